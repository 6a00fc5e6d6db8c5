/** A new expense, or one that is changed: the same form. */
import { fill, h } from "../../drawing/dom.js";
import { untouched } from "../../drawing/touch.js";
import { get, Refused } from "../api.js";
import { amountOf, bodyOf, changesOf, draftOf, emptyDraft } from "../expense-draft.js";
import { dropDraft, keepDraft, keptDraft } from "../kept-drafts.js";
import { listen } from "../live.js";
import { define, Page } from "../page.js";
import "../parts/expense-form.js";
import { me } from "../person.js";
import { back, goInstead } from "../places.js";
import { feel, showMain } from "../telegram.js";
import { complain, toast } from "../toasts.js";
import { Kept, unsent } from "../unsent.js";
import { say } from "../words.js";

class ExpensePage extends Page {
  isForm = true;
  #saving = false;

  paths() {
    const at = `groups/${this.group}`;
    const read = { settings: `${at}/settings`, people: `${at}/nets`, sets: `${at}/sets` };
    return this.place.entry ? { ...read, entry: `entries/${this.place.entry}` } : read;
  }

  get #keptAs() {
    return this.place.entry ? `entry:${this.place.entry}` : `group:${this.group}`;
  }

  draw({ settings, people: present, sets, entry }) {
    const people = entry ? withThoseOf(entry, present) : present;
    this.entry = entry;
    const { refused } = this.place;
    const kept = keptDraft(this.#keptAs);
    const usable = kept && (!entry || kept.version === entry.version) ? kept.draft : null;
    const draft = refused?.about.draft ?? usable ?? (entry ? draftOf(entry) : emptyDraft(me(), people, settings.currency));
    if (!entry) this.#addNewcomers(draft, people);
    this.draft = draft;
    this.form = h("expense-form");
    this.changedBy = h("div", { role: "status" });
    fill(this, h("h1", { class: "unseen" }, entry ? say("Change #{number}", { number: entry.number }) : say("New expense")), this.changedBy, this.form,
      usable && !refused ? this.#startOver() : null);
    this.form.show({ draft, group: this.group, people, sets, zone: settings.timezone,
      currencies: [settings.currency, ...people.flatMap((person) => person.nets.map((one) => one.currency))], changed: () => this.#changed(), version: entry?.version });
    this.#showMain();
    if (refused) this.form.complain(refused.refusal.fields, refused.refusal.message);
    else if (!draft.typed) this.form.amount.focus();
    if (entry) listen(`groups/${this.group}/events`, () => this.#lookForOthers(), this.signal);
  }

  #startOver() {
    return h("button", { type: "button", class: "button wide apart", onclick: () => {
      dropDraft(this.#keptAs);
      goInstead("expense", { group: this.group, ...(this.entry ? { entry: this.entry.id } : {}) });
    } }, say("Throw away"));
  }

  /** Who came to the group since the draft was kept shares as well, as in a new one. */
  #addNewcomers(draft, people) {
    const known = new Set([...draft.sharing, ...(draft.known ?? [])]);
    const active = people.filter((person) => person.active).map((person) => person.userId);
    if (draft.known) draft.sharing.push(...active.filter((userId) => !known.has(userId)));
    draft.known = active;
  }

  #changed() {
    keepDraft(this.#keptAs, { draft: this.draft, version: this.entry?.version });
    this.#showMain();
  }

  #showMain() {
    const active = amountOf(this.draft) !== null && Number(amountOf(this.draft)) > 0 && this.draft.sharing.length > 0;
    showMain({ text: this.entry ? say("Save") : say("Add"), press: () => this.#save(), active, busy: this.#saving });
  }

  async #save() {
    const { draft, entry } = this;
    this.#saving = true;
    this.#showMain();
    this.form.amount.closePad();
    if (!(await this.form.photo.sending)) {
      this.#saving = false;
      return this.#showMain();
    }
    const { changes } = this.form;
    const about = { group: this.group, title: draft.description || say("An expense"), amount: amountOf(draft), currency: draft.currency, draft,
      page: "expense", place: entry ? { entry: entry.id } : {} };
    const write = entry ? { method: "PUT", path: `expenses/${entry.id}`, version: this.version ?? entry.version } : { method: "POST", path: "expenses" };
    const body = entry ? changesOf(draftOf(entry), draft) : bodyOf(draft, this.group);
    if (!Object.keys(body).length) return back();
    try {
      await unsent.make({ ...write, body, about });
    } catch (error) {
      if (!(error instanceof Kept)) return this.#refused(error, changes === this.form.changes);
      toast(say("Kept here: it is sent as soon as there is a connection."));
    }
    dropDraft(this.#keptAs);
    feel("success");
    return back();
  }

  /** Beside the fields, unless they were changed meanwhile: it may be right by now. */
  #refused(error, isNewest) {
    this.#saving = false;
    this.#showMain();
    if (!(error instanceof Refused)) return complain(error);
    const rest = isNewest ? this.form.complain(error.fields, error.message) : error.message;
    if (rest) toast(rest);
    if (error.status === 409) this.#lookForOthers();
    return feel("error");
  }

  /** Somebody else changed the same expense meanwhile: theirs stands, mine is still here. */
  async #lookForOthers() {
    const now = await get(`entries/${this.entry.id}`).catch(() => null);
    await untouched();
    if (!now || now.version === (this.version ?? this.entry.version)) return;
    fill(this.changedBy, h("div", { class: "notice" }, h("p", {}, say("Somebody changed this expense meanwhile.")),
      h("button", { type: "button", class: "button small", onclick: () => {
        dropDraft(this.#keptAs);
        goInstead("expense", { group: this.group, entry: this.entry.id });
      } }, say("Show theirs")),
      h("button", { type: "button", class: "button small", onclick: () => {
        this.version = now.version;
        fill(this.changedBy);
      } }, say("Keep mine"))));
  }
}

/** Whoever has left still has a part in what they shared. */
function withThoseOf(entry, people) {
  const known = new Set(people.map((person) => person.userId));
  const gone = [...entry.payers.map(({ userId, name }) => ({ userId, name })), ...entry.splits.map(({ userId, user }) => ({ userId, name: user.name }))]
    .filter(({ userId }) => !known.has(userId) && known.add(userId));
  return [...people, ...gone.map((person) => ({ ...person, active: false, nets: [] }))];
}

export const tag = define("expense-page", ExpensePage);
