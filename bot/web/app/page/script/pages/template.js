/** An expense that recurs, made or changed: the form of an expense, and when. */
import { fill, h } from "../../drawing/dom.js";
import { change, once, post, Refused } from "../api.js";
import { amountOf, bodyOf, changesOf, draftOf, emptyDraft } from "../expense-draft.js";
import { define, Page } from "../page.js";
import "../parts/expense-form.js";
import { ruleRows } from "../parts/rules.js";
import { me } from "../person.js";
import { back } from "../places.js";
import { feel, showMain } from "../telegram.js";
import { complain, toast } from "../toasts.js";
import { say, today } from "../words.js";

const MORNING = "09:00";

class TemplatePage extends Page {
  isForm = true;
  #saving = false;

  paths() {
    const at = `groups/${this.group}`;
    return { settings: `${at}/settings`, people: `${at}/nets`, sets: `${at}/sets`, schedules: `${at}/schedules` };
  }

  draw({ settings, people, sets, schedules }) {
    this.kept = schedules.find((one) => one.number === this.place.number) ?? null;
    this.draft = this.kept ? draftOf(asEntry(this.kept)) : emptyDraft(me(), people, settings.currency);
    this.rule = this.kept ? { every: this.kept.every, start: this.kept.next[0] ?? this.kept.start, at: this.kept.at, until: this.kept.until ?? "" }
      : { every: "month", start: today(settings.timezone), at: MORNING, until: "" };
    this.ruleBefore = { ...this.rule };
    this.when = ruleRows(this.rule, settings.timezone, () => this.when.complain(""));
    this.form = h("expense-form");
    fill(this, h("h1", { class: "unseen" }, say("Recurring")), this.form);
    this.form.show({ draft: this.draft, group: this.group, people, sets, zone: settings.timezone, currencies: [settings.currency],
      changed: () => this.#showMain(), dateRow: h("div", {}, this.when.rows, this.when.error) });
    this.#showMain();
    if (!this.draft.typed) this.form.amount.focus();
  }

  #showMain() {
    const active = Number(amountOf(this.draft)) > 0 && this.draft.sharing.length > 0;
    showMain({ text: this.kept ? say("Save") : say("Add"), press: () => this.#save(), active, busy: this.#saving });
  }

  async #save() {
    const { changes } = this.form;
    this.#saving = true;
    this.#showMain();
    this.form.amount.closePad();
    const { groupId, ...said } = this.kept ? changesOf(draftOf(asEntry(this.kept)), this.draft) : bodyOf(this.draft);
    delete said.date;
    const rule = Object.fromEntries(Object.entries(this.rule).filter(([name, value]) => (this.kept ? value !== this.ruleBefore[name] : value)));
    if (rule.until === "") rule.until = null;
    const path = `groups/${this.group}/schedules`;
    try {
      if (this.kept) await change("PATCH", `${path}/${this.kept.number}`, { ...said, ...rule }, once());
      else await post(path, { ...said, ...rule }, once());
      feel("success");
      return back();
    } catch (error) {
      this.#saving = false;
      this.#showMain();
      if (!(error instanceof Refused)) return complain(error);
      const ofRule = ["every", "start", "until", "at", "interval"].find((name) => error.fields[name]);
      if (ofRule) this.when.complain(error.message);
      const isNewest = changes === this.form.changes;
      const rest = ofRule ? "" : isNewest ? this.form.complain(error.fields, error.message) : error.message;
      if (rest) toast(rest);
      return feel("error");
    }
  }
}

/** A recurring expense in the shape of a recorded one. */
function asEntry(kept) {
  return { ...kept, kind: "expense", note: kept.notes, date: kept.start, payers: kept.payers.map((one) => ({ ...one, amount: one.amount ?? "" })),
    splits: kept.splits.map((one) => ({ ...one, user: { name: one.name } })) };
}

export const tag = define("template-page", TemplatePage);
