/** Reminding somebody in the group's chat: what will be said is shown before it is. */
import { iconButton } from "../../drawing/dom.js";
import { get, once, post } from "../api.js";
import { nameOf } from "../names.js";
import { feel } from "../telegram.js";
import { attempt, toast } from "../toasts.js";
import { moment, money, say } from "../words.js";
import { confirm } from "./sheet.js";

/** A bell that does it. @param {{userId: string, name: string}} debtor */
export function bell(group, debtor, zone) {
  return iconButton("bell", say("Remind {name}", { name: nameOf(debtor.userId, debtor.name) }), () => remind(group, debtor, zone));
}

/** Show what a reminder would say, and have it said; whom it can't be said to is told why. */
export async function remind(group, { userId, name }, zone) {
  const path = `groups/${group}/members/${userId}/reminder`;
  const found = await attempt(() => get(path));
  if (!found) return;
  const short = nameOf(userId, name);
  const hello = say("👋 A friendly reminder:");
  const debts = found.debts.map((debt) => {
    const who = say("{payer} → {payee}", { payer: nameOf(debt.from, debt.fromName), payee: nameOf(debt.to, debt.toName) });
    return `${who} ${money(debt.amount, debt.currency)}`;
  });
  const when = found.at ? say("Not at this hour there: it comes on {moment}.", { moment: moment(found.at, zone) }) : say("It comes in the group's chat now.");
  if (!(await confirm(say("Remind {name}", { name: short }), say("Remind"), { small: [hello, ...debts, when] }))) return;
  const done = await attempt(() => post(path, undefined, once()));
  if (!done) return;
  feel("success");
  toast(done.at ? say("I'll remind {name} on {moment}.", { name: short, moment: moment(done.at, zone) }) : say("{name} is reminded in the chat.", { name: short }));
}
