/** What recurs in a group: when, how much, and what comes next. */
import { fill, h } from "../../drawing/dom.js";
import { change } from "../api.js";
import { define, Page } from "../page.js";
import { categoryPicture } from "../parts/categories.js";
import { card, row } from "../parts/rows.js";
import { ruleTold } from "../parts/rules.js";
import { choose, confirm } from "../parts/sheet.js";
import { go } from "../places.js";
import { feel, showMain } from "../telegram.js";
import { attempt } from "../toasts.js";
import { date, money, say } from "../words.js";

class RepeatPage extends Page {
  paths() {
    return { settings: `groups/${this.group}/settings`, schedules: `groups/${this.group}/schedules` };
  }

  connectedCallback() {
    super.connectedCallback();
    showMain({ text: say("Add"), press: () => go("template", { group: this.group }) });
  }

  draw({ schedules }) {
    fill(this, h("header", { class: "page-head" }, h("h1", {}, say("Recurring"))),
      schedules.length ? card(null, schedules.map((one) => this.#row(one)))
        : h("div", { class: "nothing" }, h("p", {}, say("Nothing recurs here yet.")), h("p", {}, say("Rent, for example: recorded by itself every month."))));
  }

  #row(one) {
    const next = one.state === "paused" ? say("It is paused.") : one.next.length ? say("next {date}", { date: date(one.next[0]) }) : null;
    return row({ start: h("span", { class: "tile emoji", "aria-hidden": "true" }, one.state === "paused" ? "⏸" : categoryPicture(one.category)),
      title: one.description || `#${one.number}`, small: [ruleTold(one), next ? h("span", { class: "difference" }, next) : null],
      end: h("span", { class: "amount" }, money(one.amount, one.currency)), onclick: one.mayChange ? () => this.#act(one) : null });
  }

  async #act(one) {
    const paused = one.state === "paused";
    const [next] = one.next;
    const chosen = await choose(one.description || `#${one.number}`, [
      { value: "change", title: say("Change") },
      !paused && next ? { value: "skip", title: say("Skip {date}", { date: date(next) }) } : null,
      paused ? { value: "running", title: say("Go on") } : { value: "paused", title: say("Pause") },
      { value: "stop", title: say("Stop") },
    ].filter(Boolean));
    const path = `groups/${this.group}/schedules/${one.number}`;
    if (chosen === "change") go("template", { group: this.group, number: one.number });
    if (chosen === "skip") await this.#change(() => change("PATCH", path, { skip: next }));
    if (chosen === "running" || chosen === "paused") await this.#change(() => change("PATCH", path, { state: chosen }));
    if (chosen !== "stop") return;
    if (await confirm(say("Stop this for good? What it has recorded stays."), say("Stop"), { danger: true })) {
      await this.#change(() => change("DELETE", path));
    }
  }

  #change(action) {
    return attempt(async () => {
      await action();
      feel("success");
      await this.refresh();
    });
  }
}

export const tag = define("repeat-page", RepeatPage);
