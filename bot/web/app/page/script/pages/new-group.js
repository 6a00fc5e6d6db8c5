/** A group of one's own, which needs no chat: what it is called, its currency, who is in it. */
import { avatar } from "../../drawing/avatars.js";
import { fill, h, iconButton } from "../../drawing/dom.js";
import { post, Refused } from "../api.js";
import { define, Page } from "../page.js";
import { chooseCurrency } from "../parts/currency-choice.js";
import { below, card, row } from "../parts/rows.js";
import { me as myself, myName } from "../person.js";
import { goInstead } from "../places.js";
import { feel, showMain } from "../telegram.js";
import { complain } from "../toasts.js";
import { currencyName, language, say } from "../words.js";

const LONGEST_NAME = 128;

class NewGroupPage extends Page {
  isForm = true;
  /** Made once, however often it is sent. */
  #key = crypto.randomUUID();
  #saving = false;
  /** How often something was changed here: what answers to an earlier draft counts no more. */
  #changes = 0;

  paths() {
    return { me: "me", known: "users" };
  }

  draw({ me, known }) {
    this.currencies = mostUsed(me.groups);
    this.draft = { name: "", currency: this.currencies[0] ?? null, members: new Set(), names: [] };
    this.known = known.filter((person) => person.id !== myself());
    this.wrong = { name: refusal("name"), currency: refusal("currency"), names: refusal("names") };
    this.currency = h("div");
    this.people = h("div");
    this.field = h("input", { type: "text", class: "row-field", maxlength: LONGEST_NAME, autocomplete: "off", dir: "auto", placeholder: say("Flat, trip, dinner club …"),
      "aria-label": say("Name"), "aria-describedby": "name-wrong", oninput: () => this.#changed(() => {
        this.draft.name = this.field.value.trim();
      }) });
    this.somebody = h("input", { type: "text", class: "row-field", maxlength: LONGEST_NAME, autocomplete: "off", dir: "auto", enterkeyhint: "done",
      placeholder: say("Add somebody"), "aria-label": say("Add somebody"), "aria-describedby": "names-wrong" });
    fill(this, h("header", { class: "page-head" }, h("h1", {}, say("New group"))),
      card(null, h("div", { class: "field-row" }, this.field), this.wrong.name, this.currency, this.wrong.currency),
      card(say("Who is in it"), this.people, h("form", { class: "field-row with-button", onsubmit: (event) => {
        event.preventDefault();
        this.#add();
      } }, this.somebody, iconButton("plus", say("Add"), () => this.#add())), this.wrong.names),
      below(say("A @username, or the name of somebody without Telegram.")));
    this.#showCurrency();
    this.#showPeople();
    this.#showMain();
    this.field.focus();
  }

  #changed(set) {
    set();
    this.#changes += 1;
    for (const error of Object.values(this.wrong)) fill(error);
    this.#showMain();
  }

  #showCurrency() {
    const { currency } = this.draft;
    fill(this.currency, row({ title: say("Currency"), small: currency ? currencyName(currency) : null, end: currency ?? say("Choose"), chevron: true, onclick: async () => {
      const chosen = await chooseCurrency(currency, this.currencies);
      if (!chosen) return;
      this.#changed(() => {
        this.draft.currency = chosen;
      });
      this.#showCurrency();
    } }));
  }

  #showPeople() {
    const { members, names } = this.draft;
    fill(this.people, row({ start: avatar(myself(), myName(), { size: "small" }), title: say("You"), small: say("admin") }),
      this.known.map((person) => h("label", { class: "row" }, avatar(person.id, person.name, { size: "small" }),
        h("span", { class: "row-words" }, h("span", { class: "row-title", dir: "auto" }, person.name)),
        h("input", { type: "checkbox", checked: members.has(person.id), onchange: (event) => this.#changed(() => {
          if (event.target.checked) members.add(person.id);
          else members.delete(person.id);
        }) }))),
      names.map((name) => row({ start: avatar(name, name, { size: "small" }), title: name, class: "plain",
        end: iconButton("close", say("Remove"), () => this.#changed(() => {
          names.splice(names.indexOf(name), 1);
          this.#showPeople();
        })) })));
  }

  /** Take the name that is typed. */
  #add() {
    const name = this.somebody.value.trim();
    this.somebody.focus();
    if (!name) return;
    this.#changed(() => {
      if (!this.draft.names.includes(name)) this.draft.names.push(name);
      this.somebody.value = "";
    });
    this.#showPeople();
  }

  #showMain() {
    showMain({ text: say("Create the group"), press: () => this.#create(), active: Boolean(this.draft.name && this.draft.currency), busy: this.#saving });
  }

  async #create() {
    this.#add();
    const changes = this.#changes;
    this.#saving = true;
    this.#showMain();
    const { name, currency, members, names } = this.draft;
    const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    try {
      const { id } = await post("groups", { name, currency, timezone, language: language(), members: [...members], names }, { headers: { "Idempotency-Key": this.#key } });
      feel("success");
      return goInstead("group", { group: id, isNew: true });
    } catch (error) {
      this.#key = error instanceof Refused ? crypto.randomUUID() : this.#key;
      this.#saving = false;
      this.#showMain();
      if (!(error instanceof Refused) || changes !== this.#changes) return complain(error);
      this.#complain(error);
      return feel("error");
    }
  }

  /** What is wrong with somebody who was added is said where they were. */
  #complain({ fields, message }) {
    const place = fields.currency ? "currency" : fields.name && !this.draft.names.length ? "name" : "names";
    fill(this.wrong[place], message);
    this.wrong[place].scrollIntoView({ block: "nearest" });
  }
}

function refusal(name) {
  return h("p", { class: "refusal", id: `${name}-wrong`, role: "alert" });
}

/** The currencies of groups, those of the most first. */
function mostUsed(groups) {
  const counts = new Map();
  for (const { currency } of groups) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([currency]) => currency);
}

export const tag = define("new-group-page", NewGroupPage);
