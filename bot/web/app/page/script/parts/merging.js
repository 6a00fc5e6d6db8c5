/** Somebody who turns out to be somebody else here: who becomes whom, said before it is done. */
import { avatar } from "../../drawing/avatars.js";
import { h } from "../../drawing/dom.js";
import { once, post } from "../api.js";
import { feel } from "../telegram.js";
import { attempt } from "../toasts.js";
import { say } from "../words.js";
import { nets } from "./amounts.js";
import { card, row } from "./rows.js";
import { choose, openSheet } from "./sheet.js";

/**
 * Ask who a member is, show what that comes to, and do it.
 *
 * @param {string} group
 * @param {{userId: string, name: string}} member
 * @param {{userId: string, name: string, stays: string}[]} others whom they may turn out to be
 * @param {Map<string, {amount: number, currency: string}[]>} standings nets by person
 * @returns {Promise<string|null>} the id of who stays, null where nothing was done
 */
export async function mergeWithSomebody(group, member, others, standings) {
  const into = await choose(say("Who is {name} really?", { name: member.name }), others.map(({ userId, name }) => ({ value: userId, title: name })));
  const other = others.find(({ userId }) => userId === into);
  if (!other) return null;
  const [gone, stays] = other.stays === member.userId ? [other, member] : [member, other];
  if (!(await confirmed(gone, stays, standings))) return null;
  const done = await attempt(() => post(`groups/${group}/members/${member.userId}/merge`, { into }, once()));
  if (!done) return null;
  feel("success");
  return done.userId;
}

function confirmed(gone, stays, standings) {
  const of = ({ userId }) => standings.get(userId) ?? [];
  return new Promise((resolve) => {
    let answer = false;
    openSheet(say("{gone} becomes {stays}", { gone: gone.name, stays: stays.name }), (close, showMain) => [
      showMain(null),
      card(null, [gone, stays].map((one) => row({ start: avatar(one.userId, one.name, { size: "small" }), title: one.name, end: nets(of(one)) })),
        row({ title: say("{name} afterwards", { name: stays.name }), end: nets(together([...of(gone), ...of(stays)])) })),
      h("p", { class: "below" }, say("All entries and balances of {gone} are {stays}'s from then on. Nothing takes it back.", { gone: gone.name, stays: stays.name })),
      h("div", { class: "choices apart" },
        h("button", { type: "button", class: "button wide danger", onclick: () => {
          answer = true;
          close();
        } }, say("Make them one")),
        h("button", { type: "button", class: "button wide", onclick: close }, say("Cancel"))),
    ], () => resolve(answer));
  });
}

/** Nets added up by currency. */
function together(all) {
  const sums = new Map();
  for (const { currency, amount } of all) sums.set(currency, (sums.get(currency) ?? 0) + Number(amount));
  return [...sums].map(([currency, amount]) => ({ currency, amount: Math.round(amount * 1e6) / 1e6 }));
}
