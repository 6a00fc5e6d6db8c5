/** All that is open in other currencies, turned into the group's own: what it would be, done, and undone. */
import { fill, h } from "../../drawing/dom.js";
import { get, once, post, Refused } from "../api.js";
import { define, Page } from "../page.js";
import { rateTold } from "../parts/rates.js";
import { below, card, row } from "../parts/rows.js";
import { youOr } from "../names.js";
import { back, go } from "../places.js";
import { feel, showMain } from "../telegram.js";
import { complain, toast } from "../toasts.js";
import { money, say } from "../words.js";

class ConversionPage extends Page {
  done = null;

  paths() {
    return { settings: `groups/${this.group}/settings`, conversion: this.#path };
  }

  get #path() {
    return `groups/${this.group}/conversion`;
  }

  /** What the book can't convert is no error of the page: it says why, and what to do. */
  async read() {
    try {
      return await super.read();
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 422) throw error;
      const settings = await get(this.paths().settings);
      return { settings, refusal: { code: error.code, message: error.message, currency: error.details.currency } };
    }
  }

  draw({ settings, conversion, refusal }) {
    const head = (words) => h("header", { class: "page-head" }, h("h1", {}, words));
    const title = head(say("Convert all to {currency}", { currency: settings.currency }));
    if (this.done) return this.#showDone(head);
    if (refusal) {
      showMain(null);
      return fill(this, title, h("div", { class: "nothing" }, refusal.code === "no_rate"
        ? [h("p", {}, say("I know no rate for {currency}.", { currency: refusal.currency })),
          h("button", { type: "button", class: "button", onclick: () => go("rates", { group: this.group }) }, say("Set a rate"))]
        : h("p", {}, refusal.message)));
    }
    showMain({ text: say("Convert all"), press: () => this.#convert(conversion) });
    return fill(this, title, turnedRows(conversion), ratesBelow(conversion),
      below(say("It is recorded as payments; what was recorded before stays as it is.")));
  }

  #showDone(head) {
    const { done } = this;
    showMain({ text: say("Done"), press: () => back() });
    return fill(this, head(say("Now in {currency}", { currency: done.currency })), turnedRows(done), ratesBelow(done),
      below(say("Recorded as payments #{first} to #{last}.", { first: done.first, last: done.last })),
      card(null, row({ title: say("Undo"), class: "danger", onclick: () => this.#takeBack() })));
  }

  async #convert(conversion) {
    showMain({ text: say("Convert all"), press: () => {}, busy: true });
    try {
      this.done = await post(this.#path, { proof: conversion.proof }, once());
      feel("success");
      this.redraw();
    } catch (error) {
      complain(error);
      this.redraw();
      await this.refresh();
    }
  }

  async #takeBack() {
    const { first, last } = this.done;
    try {
      await post(`${this.#path}/undo`, { first, last }, once());
      feel("success");
      toast(say("Taken back: everything is in its own currency again."));
      this.done = null;
      await this.refresh();
      this.redraw();
    } catch (error) {
      complain(error);
    }
  }
}

function turnedRows({ turned }) {
  return card(null, turned.map((one) => row({
    title: say("{payer} → {payee}", { payer: youOr(one.from, one.fromName), payee: youOr(one.to, one.toName) }),
    small: money(one.before.amount, one.before.currency), end: money(one.after.amount, one.after.currency) })));
}

function ratesBelow({ rates, currency }) {
  return rates.map((rate) => below(rateTold(rate, currency)));
}

export const tag = define("conversion-page", ConversionPage);
