/** What each month came to, as columns; a press turns to that month. */
import { h } from "../../drawing/dom.js";
import { money, month } from "../words.js";

const MOST = 12;
/** Fewer columns would be as wide as walls. */
const FEWEST = 6;

/** @param {{months: {month: string, amount: string}[], period: string, currency: string}} told @param {(month: string) => void} choose */
export function monthBars({ months, period, currency }, choose) {
  const latest = months.slice(-MOST);
  const first = latest.findIndex((one) => Number(one.amount) !== 0 || one.month === period);
  const shown = latest.slice(Math.max(0, Math.min(first, latest.length - FEWEST)));
  const most = Math.max(...shown.map((one) => Number(one.amount)), Number.MIN_VALUE);
  return h("div", { class: "months" }, shown.map((one) => h("button", { type: "button", class: "month", "aria-pressed": String(one.month === period),
    "aria-label": `${month(one.month)}: ${money(one.amount, currency)}`, title: money(one.amount, currency),
    style: { "--share": String(Math.max(0, Number(one.amount) / most)) }, onclick: () => choose(one.month) },
  h("span", { class: "column", "aria-hidden": "true" }, h("i")), h("span", { "aria-hidden": "true" }, month(one.month, { month: "narrow" })))));
}
