/** Amounts as they stand in rows: green what one gets, red what one owes. */
import { h } from "../../drawing/dom.js";
import { money, net, say, unbroken } from "../words.js";

/** One's standing in one currency. */
export function netAmount({ amount, currency }) {
  const value = Number(amount);
  const way = value > 0 ? "up" : value < 0 ? "down" : "even";
  return h("span", { class: `amount ${way}` }, net(amount, currency));
}

/** All of somebody's nets, or that they are square. */
export function nets(all) {
  const open = all.filter(({ amount }) => Number(amount) !== 0);
  if (!open.length) return h("span", { class: "amount even" }, say("square"));
  return h("span", { class: "amounts" }, open.map(netAmount));
}

/** What that means for whoever reads it. */
export function standing(all) {
  const open = all.filter(({ amount }) => Number(amount) !== 0);
  if (!open.length) return say("All square.");
  if (open.every(({ amount }) => Number(amount) > 0)) return say("You are owed");
  return open.every(({ amount }) => Number(amount) < 0) ? say("You owe") : say("Open both ways");
}

/** What several currencies come to, by the rates of the day. */
export function aboutInAll({ amount, currency }) {
  return say("about {amount} in all", { amount: unbroken(net(amount, currency)) });
}

/** The same below a head's amounts, where it is known. */
export function inAll(about) {
  return about ? h("p", { class: "hero-about" }, aboutInAll(about)) : null;
}

export function plain(amount, currency) {
  return h("span", { class: "amount" }, money(amount, currency));
}
