/** What happened to an entry: each revision with who made it, when, and what it changed. */
import { h } from "../../drawing/dom.js";
import { nameOf } from "../names.js";
import { date, moment, money, say } from "../words.js";
import { categoryName } from "./categories.js";
import { noteTold } from "./rates.js";
import { row } from "./rows.js";

/** @param {object[]} history oldest first @param {string} zone */
export function historyRows(history, zone) {
  return history.map((one, at) => row({
    title: told(one),
    small: [moment(one.at, zone), ...differences(history[at - 1]?.entry, one).map((words) => h("span", { class: "difference" }, words))],
  })).reverse();
}

function told({ action, by }) {
  const name = by ? nameOf(by.id, by.name) : "";
  switch (action) {
    case "edit": return name ? say("{name} changed it", { name }) : say("changed");
    case "delete": return name ? say("{name} deleted it", { name }) : say("deleted");
    case "restore": return name ? say("{name} restored it", { name }) : say("restored");
    default: return name ? say("{name} recorded it", { name }) : say("recorded");
  }
}

function differences(before, { action, entry, picture }) {
  if (picture) return [say("the picture")];
  if (action !== "edit" || !before || !entry) return [];
  const turned = (one, other) => say("{before} → {after}", { before: one || "–", after: other || "–" });
  const found = [];
  if (before.amount !== entry.amount || before.currency !== entry.currency) {
    found.push(turned(money(before.amount, before.currency), money(entry.amount, entry.currency)));
  }
  if (before.description !== entry.description) found.push(turned(before.description, entry.description));
  if (before.category !== entry.category) found.push(turned(before.category && categoryName(before.category), entry.category && categoryName(entry.category)));
  if (before.date?.slice(0, 10) !== entry.date?.slice(0, 10)) found.push(turned(date(before.date), date(entry.date)));
  if (before.note !== entry.note) found.push(turned(before.note && noteTold(before.note), entry.note && noteTold(entry.note)));
  const parts = (list) => list.map((one) => `${one.userId} ${one.amount}`).join();
  // What one payer paid is the amount, which is told by itself.
  const paid = ({ payers }) => (payers.length === 1 ? payers[0].userId : parts(payers));
  if (paid(before) !== paid(entry)) found.push(say("who paid"));
  if (before.amount === entry.amount && parts(before.splits) !== parts(entry.splits)) found.push(say("who shares"));
  return found;
}
