/** An entry in another currency, turned into the group's own by the rate of its day; and back. */
import { change, get, once, post } from "../api.js";
import { feel } from "../telegram.js";
import { attempt } from "../toasts.js";
import { money, say } from "../words.js";
import { rateTold } from "./rates.js";
import { row } from "./rows.js";
import { confirm } from "./sheet.js";

/**
 * The row that does either; null where neither is to be done.
 *
 * @param {import("../page.js").Page} page is read again behind it
 * @param {{entry: object, history: object[], home: string}} told
 */
export function conversionRow(page, { entry, history, home }) {
  const path = `entries/${entry.id}/conversion`;
  if (entry.currency !== home) return row({ title: say("Convert to {currency}", { currency: home }), class: "accent", onclick: () => convert(page, path, entry, home) });
  const before = history.at(-2)?.entry.currency;
  if (history.at(-1)?.action !== "edit" || before === home) return null;
  return row({ title: say("Take the conversion back"), small: say("It was in {currency}.", { currency: before }), class: "accent",
    onclick: () => done(page, () => change("DELETE", path, undefined, seen(entry))) });
}

async function convert(page, path, entry, home) {
  const found = await attempt(() => get(path));
  if (!found) return;
  const question = say("{before} is {after}. Convert it?", { before: money(found.before.amount, found.before.currency), after: money(found.after.amount, found.after.currency) });
  if (!(await confirm(question, say("Convert"), { small: rateTold(found.rate, home) }))) return;
  await done(page, () => post(path, undefined, seen(entry)));
}

async function done(page, call) {
  await attempt(async () => {
    await call();
    feel("success");
    await page.refresh();
  });
}

/** Once, and only what was seen: whoever changed it meanwhile is not overwritten. */
function seen(entry) {
  return once({ "If-Match": `"${entry.version}"` });
}
