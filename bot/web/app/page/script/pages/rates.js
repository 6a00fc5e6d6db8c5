/** What other currencies are worth here: the group's own rates and the reference rates. */
import { fill, h } from "../../drawing/dom.js";
import { change, get, once } from "../api.js";
import { define, Page } from "../page.js";
import { chooseCurrency } from "../parts/currency-choice.js";
import { askFor } from "../parts/field-sheet.js";
import { equation, rateTold, sourceTold } from "../parts/rates.js";
import { below, card, row } from "../parts/rows.js";
import { choose } from "../parts/sheet.js";
import { go } from "../places.js";
import { feel } from "../telegram.js";
import { attempt } from "../toasts.js";
import { currencyName, say } from "../words.js";

class RatesPage extends Page {
  paths() {
    return { settings: `groups/${this.group}/settings`, rates: `groups/${this.group}/rates` };
  }

  draw({ rates }) {
    const { currency, others } = rates;
    fill(this,
      h("header", { class: "page-head" }, h("span", {}, h("h1", {}, say("Currencies")), h("p", {}, say("Totals are in {currency}.", { currency: currencyName(currency) })))),
      card(null, others.map((other) => this.#other(other, currency)),
        row({ title: say("Set a rate"), class: "accent", onclick: () => this.#another(rates) })),
      below(say("Rates count for totals and for converting. What is recorded stays as it was.")),
      others.some((other) => other.open) ? card(null, row({ title: say("Convert all to {currency}", { currency }), chevron: true,
        small: say("Everything open in other currencies"), onclick: () => go("conversion", { group: this.group }) })) : null);
  }

  #other(other, home) {
    const rate = other.own ?? other.reference;
    return row({
      title: rate ? h("bdi", {}, equation({ ...rate, currency: other.currency }, home)) : say("I know no rate for {currency}.", { currency: other.currency }),
      small: rate ? sourceTold(rate) : say("Press to say what it is worth."), chevron: true, onclick: () => this.#press(other, home),
    });
  }

  async #press(other, home) {
    if (!other.own) return this.#ask(other, home);
    const chosen = await choose(other.currency, [{ value: "change", title: say("Change") },
      { value: "forget", title: say("Forget it"), small: other.reference ? rateTold({ ...other.reference, currency: other.currency }, home) : null }]);
    if (chosen === "change") return this.#ask(other, home);
    return chosen === "forget" ? this.#forget(other) : undefined;
  }

  async #another({ currency, others }) {
    const chosen = await chooseCurrency(null, others.map((other) => other.currency));
    if (!chosen) return;
    const known = await attempt(() => get(`groups/${this.group}/rates?also=${chosen}`));
    // Its own currency is none of the others; the book says so beside the field.
    if (known) this.#ask(known.others.find((other) => other.currency === chosen) ?? { currency: chosen, own: null, reference: null }, currency);
  }

  #ask(other, home) {
    askFor(say("1 {base} in {quote}", { base: other.currency, quote: home }), {
      value: other.own?.value ?? "", small: other.reference ? rateTold({ ...other.reference, currency: other.currency }, home) : "",
      attributes: { inputmode: "decimal", dir: "ltr", maxlength: "24" },
      save: async (written) => {
        await change("PUT", `${this.#path}/${other.currency}`, { value: plainNumber(written) }, once());
        await this.refresh();
      } });
  }

  #forget(other) {
    return attempt(async () => {
      await change("DELETE", `${this.#path}/${other.currency}`, undefined, once());
      feel("success");
      await this.refresh();
    });
  }

  get #path() {
    return `groups/${this.group}/rates`;
  }
}

/** What was typed as JSON has it: a rate has no thousands, so any mark is the decimal one. */
function plainNumber(written) {
  const digits = written.replace(/[٠-٩]/g, (digit) => String(digit.codePointAt(0) - 0x660)).replace(/[०-९]/g, (digit) => String(digit.codePointAt(0) - 0x966));
  const plain = digits.replace(/[,٫]/g, ".").trim();
  return /^\d+(\.\d+)?$/.test(plain) ? plain : "0";
}

export const tag = define("rates-page", RatesPage);
