/** A payment between two people, either way round; how the other one can be paid; the same page changes one. */
import { avatar } from "../../drawing/avatars.js";
import { fill, h, iconButton } from "../../drawing/dom.js";
import { Refused } from "../api.js";
import { define, Page } from "../page.js";
import "../parts/amount-field.js";
import { chooseCurrency } from "../parts/currency-choice.js";
import { payWays } from "../parts/pay-ways.js";
import { card, row } from "../parts/rows.js";
import { choose } from "../parts/sheet.js";
import { youOr } from "../names.js";
import { me } from "../person.js";
import { back } from "../places.js";
import { feel, showMain } from "../telegram.js";
import { complain, toast } from "../toasts.js";
import { Kept, unsent } from "../unsent.js";
import { money, say, typedAmount } from "../words.js";

class SettlePage extends Page {
  isForm = true;
  #saving = false;
  /** How often something was changed here: what answers to an earlier payment counts no more. */
  #changes = 0;

  paths() {
    const at = `groups/${this.group}`;
    const read = { settings: `${at}/settings`, people: `${at}/nets`, plan: `${at}/plan` };
    return this.place.entry ? { ...read, entry: `entries/${this.place.entry}` } : read;
  }

  draw({ settings, people, plan, entry }) {
    Object.assign(this, { people, plan, entry });
    const mine = plan.find((payment) => payment.mine) ?? plan[0];
    const first = this.place.refused?.about.payment ?? (entry
      ? { from: entry.payers[0].userId, to: entry.splits[0].userId, amount: entry.amount, currency: entry.currency }
      : this.place.from || this.place.to ? this.place : mine ?? {});
    const others = people.filter((person) => person.active).map((person) => person.userId);
    const from = first.from ?? me();
    this.payment = { from, to: first.to ?? others.find((userId) => userId !== from), typed: first.amount ? typedAmount(first.amount, first.currency ?? settings.currency) : "",
      currency: first.currency ?? settings.currency };
    this.amount = h("amount-field");
    this.amount.show({ typed: this.payment.typed, currency: this.payment.currency, label: say("Amount"), chooseCurrency: () => this.#currency(settings),
      changed: (typed) => {
        this.payment.typed = typed;
        this.#changed();
      } });
    this.two = h("div");
    this.ways = h("div");
    this.error = h("p", { class: "refusal", role: "alert" });
    fill(this, h("h1", { class: "unseen" }, say("A payment")), this.amount, h("div", { class: "card card-block" }, this.two), this.error, this.ways,
      !entry && plan.length > 1 ? this.#suggestions() : null);
    this.#showTwo();
    this.#showMain();
    if (this.place.refused) this.#complain(this.place.refused.refusal.fields, this.place.refused.refusal.message);
    else if (!this.payment.typed) this.amount.focus();
  }

  #named(userId) {
    return youOr(userId, this.people.find((person) => person.userId === userId)?.name);
  }

  #showTwo() {
    const { from, to } = this.payment;
    const line = (label, userId, set) => row({ start: avatar(userId, this.people.find((one) => one.userId === userId)?.name ?? "?", { size: "small" }),
      title: this.#named(userId), small: label, chevron: true, onclick: async () => {
        const chosen = await choose(label, this.people.filter((person) => person.active || person.userId === userId)
          .map((person) => ({ value: person.userId, title: this.#named(person.userId) })), userId);
        if (chosen) this.#set(set(chosen));
      } });
    fill(this.two,
      line(say("Who paid"), from, (chosen) => ({ from: chosen, to: chosen === to ? from : to })),
      h("div", { class: "turn" }, iconButton("turn", say("The other way round"), () => this.#set({ from: to, to: from }))),
      line(say("Who got it"), to, (chosen) => ({ to: chosen, from: chosen === from ? to : from })));
    const info = this.plan.find((payment) => payment.to === to && payment.payInfo?.length)?.payInfo ?? [];
    fill(this.ways, from === me() && info.length ? payWays(this.#named(to), info) : null);
  }

  #set(what) {
    Object.assign(this.payment, what);
    feel("select");
    this.#showTwo();
    this.#changed();
  }

  #changed() {
    this.#changes += 1;
    this.#complain({});
    this.#showMain();
  }

  async #currency(settings) {
    const currency = await chooseCurrency(this.payment.currency,
      [settings.currency, ...this.people.flatMap((person) => person.nets.map((one) => one.currency))]);
    if (!currency) return;
    this.payment.currency = currency;
    this.amount.setCurrency(currency);
    this.#changed();
  }

  #suggestions() {
    return card(say("To be square"), this.plan.map((payment) => row({
      title: say("{payer} → {payee}", { payer: this.#named(payment.from), payee: this.#named(payment.to) }),
      end: money(payment.amount, payment.currency), onclick: () => {
        this.amount.setCurrency(payment.currency);
        const typed = typedAmount(payment.amount, payment.currency);
        this.amount.set(typed);
        this.#set({ from: payment.from, to: payment.to, typed, currency: payment.currency });
        this.amount.closePad();
        scrollTo({ top: 0, behavior: "smooth" });
      } })));
  }

  #showMain() {
    const active = Number(this.amount.value) > 0 && Boolean(this.payment.to);
    showMain({ text: this.entry ? say("Save") : say("Record the payment"), press: () => this.#save(), active, busy: this.#saving });
  }

  async #save() {
    const { from, to, currency } = this.payment;
    const amount = this.amount.value;
    const changes = this.#changes;
    this.#saving = true;
    this.#showMain();
    this.amount.closePad();
    const about = { group: this.group, title: say("{payer} → {payee}", { payer: this.#named(from), payee: this.#named(to) }), amount, currency,
      payment: { from, to, amount, currency }, page: "settle", place: this.entry ? { entry: this.entry.id } : {} };
    const body = { fromUser: from, toUser: to, amount, currency };
    const write = this.entry ? { method: "PUT", path: `settlements/${this.entry.id}`, version: this.entry.version, body }
      : { method: "POST", path: "settlements", body: { groupId: this.group, ...body } };
    try {
      await unsent.make({ ...write, about });
    } catch (error) {
      if (!(error instanceof Kept)) return this.#refused(error, changes === this.#changes);
      toast(say("Kept here: it is sent as soon as there is a connection."));
    }
    feel("success");
    return back();
  }

  /** Beside the amount, unless something was changed meanwhile: it may be right by now. */
  #refused(error, isNewest) {
    this.#saving = false;
    this.#showMain();
    if (!(error instanceof Refused)) return complain(error);
    if (isNewest) this.#complain(error.fields, error.message);
    else toast(error.message);
    return feel("error");
  }

  #complain(fields, message = "") {
    this.amount.complain(fields.amount?.join?.(" ") ?? fields.amount ?? "");
    fill(this.error, fields.amount ? "" : message);
  }
}

export const tag = define("settle-page", SettlePage);
