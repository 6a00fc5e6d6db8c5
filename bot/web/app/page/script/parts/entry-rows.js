/** Entries as rows below their days: what it was, who paid, and what it means for me. */
import { h } from "../../drawing/dom.js";
import { youOr } from "../names.js";
import { dayName, money, say, together } from "../words.js";
import { entryTile } from "./categories.js";
import { row } from "./rows.js";

/**
 * @param {object[]} entries in any order
 * @param {string} zone the group's time zone
 * @param {(entry: object) => void} open
 */
export function entryRows(entries, zone, open) {
  const sorted = [...entries].sort((one, other) => dayOf(other).localeCompare(dayOf(one)) || other.number - one.number);
  return [...grouped(sorted)].map(([day, those]) => h("section", { class: "card-block day" },
    h("h3", { class: "card-title" }, h("time", { datetime: day }, dayName(day, zone))),
    h("div", { class: "card" }, those.map((entry) => entryRow(entry, open)))));
}

export function dayOf(entry) {
  return entry.date.slice(0, 10);
}

function grouped(entries) {
  const days = new Map();
  for (const entry of entries) days.set(dayOf(entry), [...(days.get(dayOf(entry)) ?? []), entry]);
  return days;
}

export function entryTitle(entry) {
  if (entry.kind === "payment") return say("{payer} → {payee}", { payer: youOr(entry.payers[0].userId, entry.payers[0].name),
    payee: youOr(entry.splits[0].userId, entry.splits[0].user.name) });
  return entry.description || `#${entry.number}`;
}

function entryRow(entry, open) {
  return row({ start: entryTile(entry), title: entryTitle(entry), small: told(entry), end: mine(entry),
    class: entry.deleted ? "gone" : "", onclick: () => open(entry) });
}

function told(entry) {
  const amount = money(entry.amount, entry.currency);
  if (entry.deleted) return say("deleted");
  if (entry.kind === "payment") return amount;
  const payers = entry.payers.map((payer) => youOr(payer.userId, payer.name));
  return entry.kind === "refund" ? say("{amount} came back", { amount }) : say("{name}: {amount}", { name: together(payers), amount });
}

/** What I lent or borrowed by it. */
function mine(entry) {
  if (entry.kind === "payment") return null;
  const difference = Number(entry.myPaid ?? 0) - Number(entry.myShare ?? 0);
  const amount = Math.round(difference * 1e6) / 1e6;
  if (!Number(entry.myPaid) && !Number(entry.myShare)) return h("span", { class: "row-mine" }, say("not yours"));
  if (amount === 0) return h("span", { class: "row-mine" }, say("square"));
  return h("span", { class: `row-mine ${amount > 0 ? "up" : "down"}` },
    h("small", {}, amount > 0 ? say("you lent") : say("you owe")), money(Math.abs(amount), entry.currency));
}
