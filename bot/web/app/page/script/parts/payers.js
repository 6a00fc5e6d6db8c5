/** Who paid: one person, or several with what each of them paid. */
import { fill, h } from "../../drawing/dom.js";
import { amountOf } from "../expense-draft.js";
import { youOr } from "../names.js";
import { decimalsOf, money, say, together } from "../words.js";
import { sumOf } from "./arithmetic.js";
import { openSheet } from "./sheet.js";

/** The payers of a draft in words. */
export function payersTold(draft, people) {
  const named = (userId) => youOr(userId, people.find((person) => person.userId === userId)?.name);
  if (!draft.payers) return named(draft.payer);
  const paying = Object.entries(draft.payers).filter(([, paid]) => Number(paid) > 0);
  return paying.length ? together(paying.map(([userId]) => named(userId))) : say("Nobody yet");
}

/** Let them be chosen; `changed` is called on every change. */
export function choosePayers(draft, people, changed) {
  const those = people.filter((person) => person.active || person.userId === draft.payer || draft.payers?.[person.userId]);
  openSheet(say("Who paid"), (close) => {
    const body = h("div");
    const draw = () => fill(body, draft.payers ? several(draft, those, changed, draw) : one(draft, those, changed, draw, close));
    draw();
    return body;
  });
}

function one(draft, people, changed, draw, close) {
  return [
    h("div", { class: "card", role: "radiogroup", "aria-label": say("Who paid") }, people.map((person) => h("label", { class: "row" },
      h("input", { type: "radio", name: "payer", checked: person.userId === draft.payer, onclick: () => {
        draft.payer = person.userId;
        changed();
        close();
      } }),
      h("span", { class: "row-words" }, h("span", { class: "row-title", dir: "auto" }, youOr(person.userId, person.name)))))),
    h("button", { type: "button", class: "button wide apart", onclick: () => {
      draft.payers = { [draft.payer]: amountOf(draft) ?? "" };
      changed();
      draw();
    } }, say("Several people paid")),
  ];
}

function several(draft, people, changed, draw) {
  const sum = h("p", { class: "below", role: "status" });
  const tell = () => {
    const decimals = decimalsOf(draft.currency);
    const paid = sumOf(Object.values(draft.payers), decimals);
    const amount = amountOf(draft) ?? "0";
    fill(sum, say("{paid} of {amount}", { paid: money(paid, draft.currency), amount: money(amount, draft.currency) }));
  };
  tell();
  return [
    h("div", { class: "card" }, people.map((person) => {
      const field = h("input", { type: "text", inputmode: "decimal", class: "part", autocomplete: "off", placeholder: "0", dir: "ltr",
        value: draft.payers[person.userId] ?? "", "aria-label": say("What {name} paid", { name: youOr(person.userId, person.name) }),
        onfocus: () => field.select(), oninput: () => {
          draft.payers[person.userId] = field.value.replace(",", ".").replace(/[^\d.]/g, "");
          tell();
          changed();
        } });
      return h("label", { class: "row" }, h("span", { class: "row-words" }, h("span", { class: "row-title", dir: "auto" }, youOr(person.userId, person.name))),
        h("span", { class: "part-box" }, field));
    })),
    sum,
    h("button", { type: "button", class: "button wide apart", onclick: () => {
      draft.payers = null;
      changed();
      draw();
    } }, say("One person paid")),
  ];
}
