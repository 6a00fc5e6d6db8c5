/** Who is up and who is down: a bar to either side of a middle line, as long as the amount. */
import { fill, h } from "../../drawing/dom.js";
import { nameOf } from "../names.js";
import { me } from "../person.js";
import { net } from "../words.js";

class NetBars extends HTMLElement {
  /**
   * @param {{userId: string, name: string, nets: {currency: string, amount: number}[]}[]} people
   * @param {(userId: string) => void} press
   */
  show(people, press) {
    const currencies = [...new Set(people.flatMap((person) => person.nets.map((one) => one.currency)))];
    fill(this, currencies.map((currency) => bars(currency, people, press)));
  }
}

function bars(currency, people, press) {
  const lines = people.map((person) => ({ person,
    amount: Number(person.nets.find((one) => one.currency === currency)?.amount ?? 0) }))
    .filter(({ person, amount }) => amount !== 0 || person.active)
    .sort((one, other) => other.amount - one.amount);
  const most = Math.max(...lines.map(({ amount }) => Math.abs(amount)), Number.MIN_VALUE);
  return h("div", { class: "bars" }, lines.map(({ person, amount }) => {
    const way = amount > 0 ? "up" : amount < 0 ? "down" : "even";
    return h("button", { type: "button", class: `bar ${way}`, onclick: () => press(person.userId),
      style: { "--share": String(Math.abs(amount) / most) } },
    h("span", { class: person.userId === me() ? "bar-name mine" : "bar-name", dir: "auto" }, nameOf(person.userId, person.name)),
    h("span", { class: "bar-line", "aria-hidden": "true" }, h("i")),
    h("span", { class: `amount ${way}` }, net(amount, currency)));
  }));
}

customElements.define("net-bars", NetBars);
