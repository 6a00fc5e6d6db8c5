/** What was typed and not recorded yet, kept on this device until it is. */
import { me } from "./person.js";

function place(name) {
  return `all-square:draft:${me()}:${name}`;
}

export function keptDraft(name) {
  try {
    return JSON.parse(localStorage.getItem(place(name)));
  } catch {
    return null;
  }
}

export function keepDraft(name, draft) {
  localStorage.setItem(place(name), JSON.stringify(draft));
}

export function dropDraft(name) {
  localStorage.removeItem(place(name));
}
