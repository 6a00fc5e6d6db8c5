/** The frame of every dialog: a title, a close button, focus kept inside and given back. */
import { fileAddress } from "./connection.js";
import { fill, h, icon, iconButton } from "/app/drawing/dom.js";

/**
 * Open a modal dialog.
 *
 * @param {string} title
 * @param {(body: HTMLElement, close: () => void) => void} build fills the body
 * @returns {HTMLDialogElement}
 */
export function openDialog(title, build) {
  const body = h("div", { class: "dialog-body" });
  const dialog = h("dialog", { "aria-label": title },
    h("header", { class: "dialog-head" },
      h("h2", { dir: "auto" }, title),
      iconButton("close", "Close", () => dialog.close())),
    body);
  closeByBackdrop(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  build(body, () => dialog.close());
  dialog.showModal();
  return dialog;
}

function closeByBackdrop(dialog) {
  dialog.addEventListener("pointerdown", (event) => {
    if (event.target !== dialog) return;
    const box = dialog.getBoundingClientRect();
    const inside = event.clientX >= box.left && event.clientX <= box.right
      && event.clientY >= box.top && event.clientY <= box.bottom;
    if (!inside) dialog.close();
  });
}

/** A labelled control. */
export function labelled(words, control) {
  return h("label", { class: "labelled" }, words, control);
}

export function textField(name, attributes = {}) {
  return h("input", { class: "field", name, type: "text", autocomplete: "off", dir: "auto", ...attributes });
}

const LANGUAGES = { en: "English", "en-IN": "English (India)", hi: "हिन्दी", de: "Deutsch", fr: "Français",
  es: "Español", ar: "العربية" };

/** A choice of Telegram's `language_code` (IETF tag). */
export function languageField(chosen = "en") {
  const known = chosen in LANGUAGES || !chosen ? LANGUAGES : { ...LANGUAGES, [chosen]: chosen };
  return h("select", { class: "field", name: "language_code" }, Object.entries(known).map(([code, name]) =>
    h("option", { value: code, selected: code === chosen }, name)));
}

/** A picture at full size. */
export function openPicture(fileId, words) {
  const address = fileAddress(fileId);
  const dialog = h("dialog", { class: "picture-view", "aria-label": "Picture" });
  fill(dialog,
    h("img", { src: address, alt: words || "Picture" }),
    h("form", { method: "dialog", class: "dialog-buttons" },
      h("a", { class: "button", href: address, download: "picture" }, icon("download"), "Download"),
      h("button", { type: "submit", class: "button" }, "Close")));
  closeByBackdrop(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
