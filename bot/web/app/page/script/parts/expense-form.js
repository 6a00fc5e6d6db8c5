/** The form of an expense: amount, words, who paid, who shares; the book is asked on every change. */
import { fill, h } from "../../drawing/dom.js";
import { untouched } from "../../drawing/touch.js";
import { get, post, Refused } from "../api.js";
import { amountOf, previewOf } from "../expense-draft.js";
import { say, today } from "../words.js";
import "./amount-field.js";
import "./category-chips.js";
import { chooseCurrency } from "./currency-choice.js";
import { choosePayers, payersTold } from "./payers.js";
import "./photo-field.js";
import { row } from "./rows.js";
import "./share-editor.js";

const ASK_AFTER_MS = 180;
/** Which part of the form each field of the API is in. */
const PARTS = { amount: "amount", currency: "amount", splits: "shares", splitType: "shares", payers: "payers", paidBy: "payers",
  description: "description", category: "description", date: "date", notes: "note", picture: "photo" };

class ExpenseForm extends HTMLElement {
  #timer = null;
  /** How often something was changed here: what answers to an earlier draft counts no more. */
  changes = 0;

  /**
   * @param {{draft: import("../expense-draft.js").Draft, group: string, people: object[], sets: object[], zone: string, currencies: string[],
   *   changed: () => void, dateRow?: Node, version?: number}} given `dateRow` stands in place of the date where it recurs,
   *   without a photo; `version` is a recorded expense's
   */
  show(given) {
    Object.assign(this, given);
    const { draft } = this;
    this.amount = h("amount-field");
    this.amount.show({ typed: draft.typed, currency: draft.currency, label: say("Amount"), chooseCurrency: () => this.#currency(),
      changed: (typed) => this.#set({ typed }) });
    this.chips = h("category-chips");
    this.chips.show(draft.category, (category) => this.#set({ category, isChosen: true }));
    this.shares = h("share-editor");
    this.shares.show(draft, this.people, this.sets, () => this.#changed());
    this.payers = h("div");
    this.errors = Object.fromEntries(["payers", "description", "date", "note"].map((part) =>
      [part, h("p", { class: "refusal", id: `${part}-error`, role: "alert" })]));
    this.description = h("input", { type: "text", class: "row-field", value: draft.description, maxlength: "200", autocomplete: "off", dir: "auto",
      placeholder: say("What for?"), "aria-label": say("What for?"), "aria-describedby": "description-error", enterkeyhint: "done",
      oninput: () => this.#set({ description: this.description.value }) });
    fill(this, this.amount,
      h("div", { class: "card card-block" }, h("div", { class: "field-row" }, this.description), this.chips, this.errors.description),
      h("section", { class: "card-block" }, h("h2", { class: "card-title" }, say("Shared by")), this.shares),
      h("div", { class: "card card-block" }, this.payers, this.errors.payers, this.dateRow ? null : this.#refund(), this.dateRow ?? this.#date(), this.errors.date),
      h("div", { class: "card card-block" }, this.#note(), this.errors.note), this.dateRow ? null : h("div", { class: "card card-block" }, this.#photo()));
    this.#showPayers();
    this.ask();
  }

  #date() {
    const field = h("input", { type: "date", class: "row-date", value: this.draft.date || today(this.zone), "aria-describedby": "date-error",
      onchange: () => this.#set({ date: field.value === today(this.zone) && !this.draft.date ? "" : field.value }) });
    return h("label", { class: "row" }, h("span", { class: "row-words" }, h("span", { class: "row-title" }, say("Date"))), field);
  }

  #refund() {
    const box = h("input", { type: "checkbox", role: "switch", class: "switch", checked: this.draft.refund,
      onchange: () => this.#set({ refund: box.checked }) });
    return h("label", { class: "row" }, h("span", { class: "row-words" }, h("span", { class: "row-title" }, say("Money that came back"))), box);
  }

  #note() {
    const field = h("textarea", { class: "row-field", rows: "2", maxlength: "1000", dir: "auto", placeholder: say("Note"), "aria-label": say("Note"),
      "aria-describedby": "note-error", oninput: () => this.#set({ note: field.value }) });
    field.value = this.draft.note;
    return h("div", { class: "field-row" }, field);
  }

  #photo() {
    this.photo = h("photo-field");
    this.photo.show({ group: this.group, photo: this.draft.photo, version: this.version, changed: (photo) => this.#set({ photo }) });
    return this.photo;
  }

  #showPayers() {
    fill(this.payers, row({ title: this.draft.refund ? say("Came back to") : say("Paid by"), end: payersTold(this.draft, this.people), chevron: true,
      onclick: () => choosePayers(this.draft, this.people, () => {
        this.#showPayers();
        this.#changed();
      }) }));
  }

  async #currency() {
    const currency = await chooseCurrency(this.draft.currency, this.currencies);
    if (!currency) return;
    this.amount.setCurrency(currency);
    this.#set({ currency });
    this.shares.redraw();
  }

  #set(what) {
    Object.assign(this.draft, what);
    if ("refund" in what) this.#showPayers();
    this.#changed();
    if ("description" in what && !this.draft.isChosen) this.#suggest();
  }

  #changed() {
    this.changes += 1;
    this.changed();
    this.complain({});
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.ask(), ASK_AFTER_MS);
  }

  /** Ask the book what it makes of the draft; without a connection nothing is told. */
  async ask() {
    const { changes } = this;
    if (amountOf(this.draft) === null || !this.draft.sharing.length || this.draft.splitType === "MIXED") {
      this.shares.tell(null);
      return;
    }
    const told = await post(`groups/${this.group}/preview`, previewOf(this.draft))
      .catch((error) => (error instanceof Refused && !error.isPassing
        ? { shares: [], ok: false, error } : null));
    await untouched();
    if (changes !== this.changes || !this.isConnected) return;
    const error = told?.error && { message: told.error.message, fields: told.error.fields ?? told.error.details?.fields ?? {} };
    const field = error && Object.keys(error.fields)[0];
    const part = error && (PARTS[field] ?? "shares");
    this.shares.tell(told && { ...told, words: part === "shares" ? error.message : null });
    if (error && part !== "shares") this.complain({ [field]: [error.message] });
  }

  async #suggest() {
    clearTimeout(this.suggesting);
    this.suggesting = setTimeout(async () => {
      const words = this.draft.description.trim();
      const told = words ? await get(`groups/${this.group}/category?description=${encodeURIComponent(words)}`).catch(() => null) : { category: null };
      await untouched();
      if (!told || this.draft.isChosen || words !== this.draft.description.trim()) return;
      this.draft.category = told.category;
      this.chips.suggest(told.category);
      this.changed();
    }, ASK_AFTER_MS);
  }

  /** Put what is wrong beside the field it is about; words that belong to no field are returned. */
  complain(fields, message = "") {
    const told = { amount: "", shares: "", payers: "", description: "", date: "", note: "", photo: "" };
    for (const [field, said] of Object.entries(fields)) {
      const part = PARTS[field.split(".")[0]];
      if (part) told[part] = [said].flat().join(" ");
    }
    this.amount.complain(told.amount);
    this.shares.complain(told.shares);
    for (const [part, element] of Object.entries(this.errors)) fill(element, told[part]);
    this.photo?.complain(told.photo);
    const first = Object.keys(told).find((part) => told[part]);
    if (first && message) (first === "amount" ? this.amount : first === "shares" ? this.shares : first === "photo" ? this.photo : this.errors[first])
      .scrollIntoView({ block: "center", behavior: "smooth" });
    return first ? "" : message;
  }
}

customElements.define("expense-form", ExpenseForm);
