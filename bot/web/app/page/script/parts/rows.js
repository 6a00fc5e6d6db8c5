/** Cards of rows, as Telegram's own settings have them. */
import { h, icon } from "../../drawing/dom.js";

/** A card with rows, and a heading above it where one is given. */
export function card(heading, ...rows) {
  const title = heading ? h("h2", { class: "card-title" }, heading) : null;
  return h("section", { class: "card-block" }, title, h("div", { class: "card" }, ...rows));
}

/** Words below a card that explain it. */
export function below(words) {
  return h("p", { class: "below", dir: "auto" }, words);
}

/**
 * A row: what stands at its beginning, a title with small words below it, and what stands at its end.
 * Where it leads somewhere (`onclick`) it is a button.
 *
 * @param {{start?: Node, title: *, small?: *, end?: *, onclick?: () => void, chevron?: boolean, class?: string}} row
 */
export function row({ start = null, title, small = null, end = null, onclick = null, chevron = false, class: extra = "", ...more }) {
  const inner = [
    start,
    h("span", { class: "row-words" }, h("span", { class: "row-title", dir: "auto" }, title),
      small ? h("span", { class: "row-small" }, small) : null),
    end === null ? null : h("span", { class: "row-end" }, end),
    chevron ? h("span", { class: "chevron" }, icon("next")) : null,
  ];
  return onclick ? h("button", { type: "button", class: `row ${extra}`.trim(), onclick, ...more }, inner)
    : h("div", { class: `row ${extra}`.trim(), ...more }, inner);
}

/** A round button with words below it, one of a line of them. */
export function action(iconName, words, onclick) {
  return h("button", { type: "button", class: "action", onclick }, icon(iconName), h("span", {}, words));
}
