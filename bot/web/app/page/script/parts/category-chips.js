/** What it was for: the categories that the bot knows, one of one's own, and the one suggested by the words. */
import { fill, h, icon } from "../../drawing/dom.js";
import { feel } from "../telegram.js";
import { say } from "../words.js";
import { categoryName, categoryPicture, inBook, isKnown, isSame, KNOWN } from "./categories.js";

class CategoryChips extends HTMLElement {
  /** @param {string|null} chosen @param {(category: string|null) => void} choose */
  show(chosen, choose) {
    Object.assign(this, { chosen, choose });
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", say("Category"));
    this.#draw();
  }

  /** Choose by a guess; drawn, not told. */
  suggest(category) {
    if (category === this.chosen) return;
    this.chosen = category;
    this.#draw();
    this.querySelector("[aria-pressed=true]")?.scrollIntoView({ block: "nearest", inline: "center", behavior: "smooth" });
  }

  #draw() {
    const known = KNOWN.map(inBook);
    const all = !this.chosen || isKnown(this.chosen) ? known : [this.chosen, ...known];
    fill(this, all.map((category) => h("button", { type: "button", class: "chip", "aria-pressed": String(isSame(category, this.chosen)),
      onclick: () => this.#press(category) },
    h("span", { "aria-hidden": "true" }, categoryPicture(category)), h("span", { dir: "auto" }, categoryName(category)))),
    this.#another());
  }

  #another() {
    const button = h("button", { type: "button", class: "chip", "aria-label": say("Another category"), onclick: () => {
      const field = h("input", { type: "text", class: "chip-field", maxlength: "32", "aria-label": say("Another category"), dir: "auto",
        enterkeyhint: "done", onchange: () => this.#named(field.value), onblur: () => this.#draw(),
        onkeydown: (event) => event.key === "Enter" && field.blur() });
      button.replaceWith(field);
      field.focus();
    } }, icon("plus"));
    return button;
  }

  #named(written) {
    const category = written.replace(/^#/, "").trim().replace(/\s+/g, "_").toLocaleLowerCase();
    if (category) this.#press(category);
  }

  #press(category) {
    feel("select");
    this.chosen = isSame(category, this.chosen) ? null : category;
    this.#draw();
    this.choose(this.chosen);
  }
}

customElements.define("category-chips", CategoryChips);
