/** A file of another app before it is taken over: who is who, what it comes to, and what is left out. */
import { fill, h } from "../../drawing/dom.js";
import { once, post, Refused } from "../api.js";
import { nameOf } from "../names.js";
import { define, Page } from "../page.js";
import { netAmount } from "../parts/amounts.js";
import { below, card, row } from "../parts/rows.js";
import { choose } from "../parts/sheet.js";
import { back } from "../places.js";
import { feel, showMain } from "../telegram.js";
import { attempt, complain } from "../toasts.js";
import { date, number, say, sayCount } from "../words.js";

const NEW = "new";

class ImportPage extends Page {
  isForm = true;

  paths() {
    return { settings: `groups/${this.group}/settings` };
  }

  draw({ settings }) {
    const { found } = this.place;
    this.people = found.people.map((person) => person.userId);
    this.error = h("p", { class: "refusal", role: "alert" });
    this.whoIsWho = h("div");
    fill(this,
      h("header", { class: "page-head" }, h("span", {}, h("h1", { dir: "auto" }, found.kind), h("p", {}, counts(found)),
        found.from ? h("p", {}, `${date(found.from)} – ${date(found.to)}`) : null)),
      found.known ? below(sayCount("{count} entry is here already and stays out.", "{count} entries are here already and stay out.", found.known)) : null,
      this.whoIsWho, this.error,
      found.totals.length ? card(bare(say("<b>Sums</b>")), found.totals.map((one) => row({ title: one.name, end: netAmount(one) }))) : null,
      found.problems.length ? card(bare(say("<b>What I can't take over</b>")), found.problems.map((one) => row({ title: troubleTold(one) }))) : null,
      below(say("Nothing is written before you confirm.")));
    this.#showPeople(settings.members);
    this.#showMain();
  }

  #showPeople(members) {
    const { found } = this.place;
    fill(this.whoIsWho, card(say("Who is who here? Press a name to change it."), found.people.map((person, at) => row({
      title: person.name, end: this.people[at] ? nameOf(this.people[at]) : say("Somebody new"), chevron: true, onclick: async () => {
        const chosen = await choose(person.name, [{ value: NEW, title: say("Somebody new") },
          ...members.map((member) => ({ value: member.userId, title: member.name }))], this.people[at] ?? NEW);
        if (!chosen) return;
        this.people[at] = chosen === NEW ? null : chosen;
        this.#showPeople(members);
      } }))));
  }

  #showMain(busy = false) {
    const { expenses, refunds, payments } = this.place.found;
    const entries = expenses + refunds + payments;
    showMain({ text: sayCount("Import {count} entry", "Import {count} entries", entries), press: () => this.#confirm(), active: entries > 0, busy });
  }

  async #confirm() {
    this.#showMain(true);
    fill(this.error);
    try {
      const done = await post(`${this.#path}/confirm`, { people: this.people }, once());
      feel("success");
      this.#showDone(done);
    } catch (error) {
      this.#showMain();
      if (error instanceof Refused) fill(this.error, error.message);
      else complain(error);
      feel("error");
    }
  }

  get #path() {
    return `groups/${this.group}/imports/${this.place.found.id}`;
  }

  /** What came of it, with one press that takes all of it back. */
  #showDone({ kind, entries, undone }) {
    showMain({ text: say("Done"), press: () => back(2) });
    const words = undone ? sayCount("{count} entry was taken back.", "{count} entries were taken back.", entries)
      : sayCount("{count} entry is here now.", "{count} entries are here now.", entries);
    fill(this,
      h("header", { class: "page-head" }, h("span", {}, h("h1", { dir: "auto" }, kind), h("p", { role: "status" }, words))),
      undone ? null : card(null, row({ title: say("Undo all of it"), class: "danger", onclick: () => this.#undo() })));
    this.back = () => back(2);
  }

  async #undo() {
    const done = await attempt(() => post(`${this.#path}/undo`, undefined, once()));
    if (!done) return;
    feel("success");
    this.#showDone(done);
  }
}

/** Why a row can't be taken over, in the chat's words. */
function troubleTold({ row: at, why, text }) {
  const words = { row: number(at), text };
  switch (why) {
    case "date": return say("Row {row}: I can't read the date {text}.", words);
    case "amount": return say("Row {row}: I can't read the amount {text}.", words);
    case "currency": return say("Row {row}: {text} is no currency that I know.", words);
    case "payer": return say("Row {row}: it does not say who paid.", words);
    case "shares": return say("Row {row}: it does not say who shares.", words);
    case "sums": return say("Row {row}: what was paid and what is owed don't add up.", words);
    default: return say("Row {row}: somebody has no name, or there are too many people.", words);
  }
}

/** A heading as the chat has it, without its markup. */
function bare(heading) {
  return heading.replace(/<\/?b>/g, "");
}

function counts({ expenses, refunds, payments }) {
  return [
    expenses ? sayCount("{count} expense", "{count} expenses", expenses) : null,
    refunds ? sayCount("{count} refund", "{count} refunds", refunds) : null,
    payments ? sayCount("{count} payment", "{count} payments", payments) : null,
  ].filter(Boolean).join(" · ");
}

export const tag = define("import-page", ImportPage);
