/** One of many, found by typing a part of it. */
import { fill, h } from "../../drawing/dom.js";
import { say } from "../words.js";
import { openSheet } from "./sheet.js";

const MOST = 60;

/**
 * @param {string} title
 * @param {{value: string, title: string, small?: string}[]} options those that come first first
 * @returns {Promise<string|null>}
 */
export function findOne(title, options, chosen) {
  return new Promise((resolve) => {
    let answer = null;
    openSheet(title, (close) => {
      const list = h("div", { class: "card", role: "radiogroup", "aria-label": title });
      const draw = (search) => {
        const wanted = search.trim().toLocaleLowerCase();
        const found = options.filter((one) => `${one.value} ${one.title}`.toLocaleLowerCase().includes(wanted)).slice(0, MOST);
        fill(list, found.length ? found.map((one) => h("label", { class: "row" },
          h("input", { type: "radio", name: "found", checked: one.value === chosen, onclick: () => {
            answer = one.value;
            close();
          } }),
          h("span", { class: "row-words" }, h("span", { class: "row-title", dir: "auto" }, one.title)),
          one.small ? h("span", { class: "row-end" }, one.small) : null))
          : h("p", { class: "nothing" }, say("Nothing found.")));
      };
      draw("");
      return [h("input", { type: "search", class: "search plain", placeholder: say("Search"), "aria-label": say("Search"), autocomplete: "off",
        oninput: (event) => draw(event.target.value) }), list];
    }, () => resolve(answer));
  });
}
