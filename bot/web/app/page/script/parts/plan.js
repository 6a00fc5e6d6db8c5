/** The payments that make everybody square; one's own are recorded with one press. */
import { h } from "../../drawing/dom.js";
import { Refused } from "../api.js";
import { nameOf, youOr } from "../names.js";
import { go } from "../places.js";
import { feel } from "../telegram.js";
import { complain, toast } from "../toasts.js";
import { Kept, unsent } from "../unsent.js";
import { money, say } from "../words.js";
import { bell } from "./reminding.js";
import { card, row } from "./rows.js";

/**
 * @param {object[]} plan
 * @param {() => void} changed called when a payment was recorded
 * @param {string|null} remindIn the time zone of the group where it has a chat to remind in
 */
export function planRows(group, plan, changed, remindIn = null) {
  return card(say("To be square"), plan.map((payment) => paymentRow(group, payment, changed, remindIn)));
}

function paymentRow(group, payment, changed, remindIn) {
  const title = say("{payer} → {payee}", {
    payer: youOr(payment.from, payment.fromName), payee: youOr(payment.to, payment.toName),
  });
  const open = () => go("settle", { group, from: payment.from, to: payment.to, amount: payment.amount, currency: payment.currency });
  const words = h("button", { type: "button", class: "row-link", onclick: open },
    h("span", { class: "row-title", dir: "auto" }, title),
    h("span", { class: "row-small" }, money(payment.amount, payment.currency)));
  const reminds = remindIn && payment.mine !== "pay" ? bell(group, { userId: payment.from, name: payment.fromName }, remindIn) : null;
  if (!payment.mine) return row({ title: words, end: reminds, class: "plain" });
  const button = h("button", { type: "button", class: "button small", onclick: () => settle(group, payment, button, changed) },
    payment.mine === "pay" ? say("I paid") : say("I got it"));
  return row({ title: words, end: [reminds, button], class: "plain" });
}

async function settle(group, payment, button, changed) {
  button.disabled = true;
  try {
    await unsent.make({ method: "POST", path: "settlements",
      body: { groupId: group, fromUser: payment.from, toUser: payment.to, amount: payment.amount, currency: payment.currency, suggested: true },
      about: { group, title: say("{payer} → {payee}", { payer: nameOf(payment.from, payment.fromName), payee: nameOf(payment.to, payment.toName) }),
        amount: payment.amount, currency: payment.currency } });
    feel("success");
    changed();
  } catch (error) {
    if (error instanceof Kept) toast(say("Kept here: it is sent as soon as there is a connection."));
    else {
      button.disabled = false;
      if (error instanceof Refused) changed();
      complain(error);
    }
  }
}
