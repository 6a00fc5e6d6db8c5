/** A sheet that slides up over the page for one choice; Telegram's Back and main button close it. */
import { h } from "../../drawing/dom.js";
import { coverButtons } from "../telegram.js";
import { say } from "../words.js";

/**
 * @param {string} title
 * @param {(close: () => void, showMain: (button: object) => void) => Node|Node[]} build returns what is in it;
 *   the main button closes the sheet unless it shows another one
 * @param {() => void} [closed]
 */
export function openSheet(title, build, closed = () => {}) {
  const dialog = h("dialog", { class: "sheet", "aria-label": title });
  const close = () => dialog.close();
  const cover = coverButtons({ back: close, main: { text: say("Done"), press: close } });
  dialog.addEventListener("close", () => {
    cover.end();
    dialog.remove();
    closed();
  });
  dialog.addEventListener("click", (event) => event.target === dialog && close());
  dialog.append(h("div", { class: "sheet-body" }, h("h2", { dir: "auto", tabindex: "-1", autofocus: true }, title), build(close, cover.showMain)));
  document.body.append(dialog);
  dialog.showModal();
  return close;
}

/** Ask before something that is not easily undone, with `small` words that explain it; true where it shall be. */
export function confirm(question, yes, { danger = false, small = null } = {}) {
  return new Promise((resolve) => {
    let answer = false;
    openSheet(question, (close, showMain) => {
      showMain(null);
      return h("div", { class: "choices" }, [small ?? []].flat().map((words) => h("p", { class: "below", dir: "auto" }, words)),
        h("button", { type: "button", class: `button wide ${danger ? "danger" : "primary"}`, onclick: () => {
          answer = true;
          close();
        } }, yes),
        h("button", { type: "button", class: "button wide", onclick: close }, say("Cancel")));
    }, () => resolve(answer));
  });
}

/**
 * Choose one of several; null where none was.
 *
 * @param {{value: *, title: string, small?: string}[]} options
 */
export function choose(title, options, chosen) {
  return new Promise((resolve) => {
    let answer = null;
    openSheet(title, (close) => h("div", { class: "card", role: "radiogroup", "aria-label": title },
      options.map(({ value, title: words, small }) => h("label", { class: "row" },
        h("input", { type: "radio", name: "choice", checked: value === chosen, onclick: () => {
          answer = value;
          close();
        } }),
        h("span", { class: "row-words" }, h("span", { class: "row-title", dir: "auto" }, words),
          small ? h("span", { class: "row-small" }, small) : null)))), () => resolve(answer));
  });
}
