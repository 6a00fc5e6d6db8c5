/** Short words that come and go, and alerts that wait for OK. */
import { Refused } from "./connection.js";
import { find, h } from "/app/drawing/dom.js";

const SHOWN_MS = 3600;

/** Show a toast over the messages; a new one of the same words only keeps it longer. */
export function toast(words) {
  const host = find("#toasts");
  for (const shown of host.children) if (shown.textContent === words) shown.remove();
  const element = h("div", { class: "toast", dir: "auto" }, words);
  host.append(element);
  while (host.children.length > 3) host.firstElementChild.remove();
  setTimeout(() => element.remove(), SHOWN_MS + words.length * 25);
}

/** Run something that the server may refuse, and say so where it does. */
export async function attempt(action) {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    toast(error.message);
    return null;
  }
}

/** An alert that has to be confirmed, as `show_alert` asks for. */
export function alertDialog(words) {
  const ok = h("button", { type: "submit", class: "button primary" }, "OK");
  const dialog = h("dialog", { class: "alert", role: "alertdialog", "aria-labelledby": "alert-text" },
    h("form", { method: "dialog" },
      h("p", { class: "alert-text", id: "alert-text", dir: "auto" }, words),
      h("div", { class: "dialog-buttons" }, ok)));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  ok.focus();
}
