/** One group: where everybody stands, what would make it square, and what was recorded. */
import { fill, h, icon, iconButton } from "../../drawing/dom.js";
import { define, Page } from "../page.js";
import { inAll, nets, standing } from "../parts/amounts.js";
import { takeIntoChat } from "../parts/coming-and-going.js";
import "../parts/entry-list.js";
import "../parts/net-bars.js";
import { planRows } from "../parts/plan.js";
import { action, card, row } from "../parts/rows.js";
import { waitingRows } from "../parts/waiting.js";
import { me } from "../person.js";
import { go } from "../places.js";
import { showMain } from "../telegram.js";
import { unsent } from "../unsent.js";
import { say, sayCount } from "../words.js";

class GroupPage extends Page {
  paths() {
    const at = `groups/${this.group}`;
    return { settings: `${at}/settings`, people: `${at}/nets`, plan: `${at}/plan` };
  }

  connectedCallback() {
    super.connectedCallback();
    showMain({ text: say("Add an expense"), press: () => go("expense", { group: this.group }) });
    unsent.addEventListener("change", () => this.redraw(), { signal: this.signal });
    unsent.addEventListener("sent", () => this.refresh(), { signal: this.signal });
  }

  draw({ settings, people, plan }) {
    const { nets: mine = [], about } = people.find((person) => person.userId === me()) ?? {};
    const open = people.some((person) => person.nets.some(({ amount }) => Number(amount) !== 0));
    if (!this.entries) this.#build(settings.timezone);
    fill(this.parts,
      h("header", { class: "page-head group-head" },
        h("span", {}, h("h1", { dir: "auto" }, settings.name),
          h("p", {}, sayCount("{count} person", "{count} people", people.filter((person) => person.active).length))),
        iconButton("settings", say("Settings"), () => go("settings", { group: this.group }))),
      h("section", { class: "hero" }, h("p", {}, standing(mine)),
        open || mine.length ? h("p", { class: "hero-amounts" }, nets(mine)) : null, mine.length > 1 ? inAll(about) : null),
      h("nav", { class: "actions", "aria-label": say("More") },
        action("hands", say("Settle up"), () => go("settle", { group: this.group })),
        action("chart", say("Statistics"), () => go("statistics", { group: this.group })),
        action("repeat", say("Recurring"), () => go("repeat", { group: this.group }))),
      waitingRows(this.group),
      this.place.isNew && !settings.inChat ? card(null, row({ start: h("span", { class: "tile" }, icon("group")), title: say("Take it into a chat"),
        small: say("Whoever is there records in the same book"), chevron: true, onclick: () => takeIntoChat(this.group) })) : null,
      this.#balances(people, open, settings.currency),
      plan.length ? planRows(this.group, plan, () => this.refresh(), settings.inChat ? settings.timezone : null) : null);
  }

  #build(zone) {
    this.parts = h("div");
    this.entries = h("entry-list");
    fill(this, this.parts, this.entries);
    this.entries.show(this.group, zone);
  }

  refresh() {
    this.entries?.read();
    return super.refresh();
  }

  #balances(people, open, currency) {
    if (!open) return null;
    const bars = h("net-bars");
    const press = (userId) => go("member", { group: this.group, userId });
    bars.show(people, press);
    return card(say("Balances"), bars, aboutBars(people, currency, press), row({ title: say("Who owes whom"), chevron: true,
      onclick: () => go("pairs", { group: this.group }) }));
  }
}

/** Where several currencies are open: what everybody's come to in the group's own. */
function aboutBars(people, currency, press) {
  if (!people.some((person) => person.nets.length && person.about) || people.some((person) => person.nets.length && !person.about)) return null;
  const bars = h("net-bars");
  bars.show(people.map((person) => ({ ...person, nets: person.about ? [person.about] : [] })), press);
  return [h("h3", { class: "bars-title" }, say("About, all in {currency}", { currency })), bars];
}

export const tag = define("group-page", GroupPage);
