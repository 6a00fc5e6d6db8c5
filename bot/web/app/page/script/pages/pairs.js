/** Who owes whom, each with the entries it comes from. */
import { fill, h } from "../../drawing/dom.js";
import { define, Page } from "../page.js";
import { row } from "../parts/rows.js";
import { youOr } from "../names.js";
import { go } from "../places.js";
import { date, money, say, sayCount } from "../words.js";

class PairsPage extends Page {
  paths() {
    return { pairs: `groups/${this.group}/pairs` };
  }

  draw({ pairs }) {
    fill(this, h("header", { class: "page-head" }, h("h1", {}, say("Who owes whom"))),
      pairs.length ? pairs.map((pair) => this.#pair(pair)) : h("p", { class: "nothing" }, say("All square.")));
  }

  #pair(pair) {
    const title = say("{payer} → {payee}", { payer: youOr(pair.from, pair.fromName), payee: youOr(pair.to, pair.toName) });
    return h("details", { class: "card card-block pair" },
      h("summary", { class: "row" }, h("span", { class: "row-words" }, h("span", { class: "row-title", dir: "auto" }, title)),
        h("span", { class: "row-end amount" }, money(pair.amount, pair.currency))),
      [...pair.parts].reverse().map((part) => row({ title: part.description || `#${part.number}`, small: `#${part.number} · ${date(part.date)}`,
        end: money(part.amount, pair.currency), onclick: () => go("entry", { group: this.group, entry: part.entryId }) })),
      pair.earlier ? row({ title: sayCount("{count} earlier", "{count} earlier", pair.earlier) }) : null,
      row({ title: say("Settle up"), class: "accent", onclick: () =>
        go("settle", { group: this.group, from: pair.from, to: pair.to, amount: pair.amount, currency: pair.currency }) }));
  }
}

export const tag = define("pairs-page", PairsPage);
