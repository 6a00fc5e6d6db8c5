/** What was spent: over time, on what and by whom; a press shows the entries behind it. */
import { fill, h, iconButton } from "../../drawing/dom.js";
import { define, Page } from "../page.js";
import { categoryName, categoryPicture } from "../parts/categories.js";
import { monthBars } from "../parts/month-bars.js";
import { card } from "../parts/rows.js";
import { nameOf, youOr } from "../names.js";
import { go } from "../places.js";
import { money, month, percent, say, unbroken } from "../words.js";

class StatisticsPage extends Page {
  period = "month";

  paths() {
    return { statistics: `groups/${this.group}/statistics?period=${this.period}` };
  }

  draw({ statistics: told }) {
    const { currency } = told;
    fill(this,
      h("header", { class: "page-head" }, h("h1", {}, say("Statistics"))),
      this.#lengths(told.period), this.#turner(told),
      h("section", { class: "hero" }, h("p", {}, say("Spent")), h("p", { class: "hero-amounts" }, money(told.total, currency)),
        told.others.map((one) => h("p", { class: "hero-about" }, say("and {amount}", { amount: unbroken(money(one.amount, one.currency)) }))),
        told.about ? h("p", { class: "hero-about" }, say("about {amount} in all", { amount: unbroken(money(told.about.amount, told.about.currency)) })) : null),
      told.months?.length ? card(say("When"), monthBars(told, (chosen) => this.#turnTo(chosen))) : null,
      Number(told.total) ? card(say("On what"), told.categories.map((one) => this.#category(one, told))) : null,
      Number(told.total) ? card(say("Who"), told.people.map((one) => this.#person(one, told))) : null);
  }

  #turnTo(period) {
    this.period = period;
    this.refresh();
  }

  #lengths(period) {
    const now = period === "all" ? "all" : period.length === 4 ? "year" : "month";
    return h("div", { class: "ways", role: "radiogroup", "aria-label": say("When") },
      [["month", say("Month")], ["year", say("Year")], ["all", say("All")]].map(([length, words]) =>
        h("label", { class: "way" }, h("input", { type: "radio", name: "length", checked: length === now, onchange: () => this.#turnTo(length) }),
          h("span", {}, words))));
  }

  #turner({ period }) {
    if (period === "all") return null;
    const [year, number] = period.split("-").map(Number);
    const other = (step) => {
      if (!number) return String(year + step);
      const date = new Date(Date.UTC(year, number - 1 + step, 1));
      return date.toISOString().slice(0, 7);
    };
    return h("div", { class: "turner" },
      iconButton("back", say("Earlier"), () => this.#turnTo(other(-1))),
      h("strong", {}, number ? month(period) : String(year)),
      iconButton("next", say("Later"), () => this.#turnTo(other(1))));
  }

  #within({ from, to }) {
    return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  }

  #category({ category, amount, guessed }, told) {
    const share = Number(amount) / Number(told.total);
    const name = categoryName(category);
    return h("button", { type: "button", class: "row spent", style: { "--share": String(Math.max(0, Math.min(1, share))) },
      onclick: () => go("entries", { group: this.group, title: name, small: this.#periodName(told.period),
        filter: { ...this.#within(told), ...(category === null || guessed ? { guessed: category ?? "none" } : { category }) } }) },
    h("span", { class: "tile emoji", "aria-hidden": "true" }, categoryPicture(category)),
    h("span", { class: "row-words" }, h("span", { class: "row-title", dir: "auto" }, guessed ? say("{category}, as it seems", { category: name }) : name),
      h("span", { class: "share-line", "aria-hidden": "true" }, h("i"))),
    h("span", { class: "row-end" }, h("span", {}, money(amount, told.currency), h("small", {}, percent(share)))));
  }

  #person({ userId, name, paid, consumed }, told) {
    const most = Math.max(...told.people.flatMap((one) => [Number(one.paid), Number(one.consumed)]), Number.MIN_VALUE);
    const bar = (kind, words, amount) => h("span", { class: `two-bar ${kind}`, style: { "--share": String(Math.max(0, Number(amount) / most)) } },
      h("span", {}, words), h("span", { class: "share-line", "aria-hidden": "true" }, h("i")), h("span", { class: "amount" }, money(amount, told.currency)));
    return h("button", { type: "button", class: "row spender", onclick: () => go("entries", { group: this.group, title: nameOf(userId, name),
      small: this.#periodName(told.period), filter: { ...this.#within(told), userId } }) },
    h("span", { class: "row-words" }, h("span", { class: "row-title", dir: "auto" }, youOr(userId, name)),
      bar("paid", say("paid"), paid), bar("used", say("used"), consumed)));
  }

  #periodName(period) {
    if (period === "all") return say("All of it");
    return period.length === 4 ? period : month(period);
  }
}

export const tag = define("statistics-page", StatisticsPage);
