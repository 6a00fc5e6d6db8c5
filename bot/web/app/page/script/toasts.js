/** Short words that come and go at the page's end. */
import { find, h } from "../drawing/dom.js";
import { Refused, Unreachable } from "./api.js";
import { feel } from "./telegram.js";
import { say } from "./words.js";

const SHOWN_MS = 3500;

export function toast(words) {
  const host = find("#toasts");
  const shown = h("div", { class: "toast", dir: "auto" }, words);
  host.replaceChildren(shown);
  setTimeout(() => shown.remove(), SHOWN_MS + words.length * 30);
}

/** Say what went wrong with something that has no field of its own. */
export function complain(error) {
  if (error instanceof Unreachable) toast(say("There is no connection just now."));
  else if (error instanceof Refused) toast(error.message);
  else throw error;
  feel("error");
}

/** Do something that may be refused; null where it was, and was said. */
export async function attempt(action) {
  try {
    return await action();
  } catch (error) {
    complain(error);
    return null;
  }
}
