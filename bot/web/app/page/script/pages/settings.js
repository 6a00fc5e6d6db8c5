/** How a group is set, and who is in it; admins change it here. */
import { avatar } from "../../drawing/avatars.js";
import { fill, h } from "../../drawing/dom.js";
import { change, post } from "../api.js";
import { define, Page } from "../page.js";
import { nets } from "../parts/amounts.js";
import { leaveGroup, takeIntoChat } from "../parts/coming-and-going.js";
import { chooseCurrency } from "../parts/currency-choice.js";
import { askFor } from "../parts/field-sheet.js";
import { chooseReminders, chooseWeekly, remindersTold, weeklyTold } from "../parts/posting-times.js";
import { below, card, row } from "../parts/rows.js";
import { findOne } from "../parts/search-choice.js";
import { choose } from "../parts/sheet.js";
import { me } from "../person.js";
import { go } from "../places.js";
import { feel } from "../telegram.js";
import { attempt } from "../toasts.js";
import { currencyName, languages, moment, number, say } from "../words.js";

class SettingsPage extends Page {
  paths() {
    const at = `groups/${this.group}`;
    return { settings: `${at}/settings`, people: `${at}/nets` };
  }

  draw({ settings, people }) {
    this.mayChange = settings.mayChange;
    const standings = new Map(people.map((person) => [person.userId, person.nets]));
    const line = (title, end, onclick, small = null) => row({ title, end, small, ...(this.mayChange ? { onclick, chevron: true } : {}) });
    fill(this,
      h("header", { class: "page-head" }, h("h1", {}, say("Settings"))),
      card(null,
        settings.inChat ? row({ title: say("Name"), end: settings.name })
          : line(say("Name"), settings.name, () => askFor(say("Name"), { value: settings.name, save: (name) => this.#save({ name }) })),
        line(say("Currency"), settings.currency, () => this.#currency(settings), currencyName(settings.currency)),
        row({ title: say("Other currencies"), chevron: true, onclick: () => go("rates", { group: this.group }) }),
        line(say("Time zone"), null, () => this.#zone(settings), [h("bdi", {}, settings.timezone.replaceAll("_", " ")), " · ", h("bdi", {}, moment(new Date().toISOString(), settings.timezone))]),
        line(say("Language"), languages()[settings.language] ?? "–", () => this.#language(settings))),
      below(say("What is recorded stays as it was.")),
      card(null,
        line(say("Payments"), null, () => this.#payments(settings), settings.simplify ? say("Fewest payments") : say("Who owes whom")),
        line(say("Weekly summary"), null, () => chooseWeekly(settings.weekly, (weekly) => this.#save({ weekly })), weeklyTold(settings.weekly)),
        line(say("Reminders"), null, () => chooseReminders(settings.reminders, settings.currency, (reminders) => this.#save({ reminders })),
          remindersTold(settings.reminders, settings.currency))),
      this.mayChange ? null : below(say("Only an admin can change these.")),
      card(say("Members"), [...settings.members].sort((one, other) => Number(other.active) - Number(one.active)).map((member) => row({
        start: avatar(member.userId, member.name, { size: "small" }), title: member.userId === me() ? say("You") : member.name,
        small: marks(member), end: nets(standings.get(member.userId) ?? []),
        onclick: () => go("member", { group: this.group, userId: member.userId }) })),
      this.mayChange ? row({ title: say("Add somebody"), class: "accent", onclick: () => this.#add() }) : null),
      this.mayChange && settings.former.length ? card(say("Not here any more"), settings.former.map((member) => row({
        start: avatar(member.userId, member.name, { size: "small" }), title: member.name, end: nets(standings.get(member.userId) ?? []), chevron: true,
        onclick: () => go("member", { group: this.group, userId: member.userId }) }))) : null,
      card(null,
        row({ title: say("Sets of people"), small: say("One name for several people, as for a flat."), chevron: true, onclick: () => go("sets", { group: this.group }) }),
        row({ title: say("Who changed what"), chevron: true, onclick: () => go("log", { group: this.group }) }),
        row({ title: say("The whole book as a file"), chevron: true, onclick: () => go("files", { group: this.group }) })),
      card(null,
        settings.inChat || !this.mayChange ? null : row({ title: say("Take it into a chat"), small: say("Whoever is there records in the same book"), chevron: true,
          onclick: () => takeIntoChat(this.group) }),
        row({ title: say("Leave the group"), class: "danger", onclick: () => leaveGroup(this.group, settings) })));
  }

  async #save(what) {
    await change("PATCH", `groups/${this.group}/settings`, what);
    await this.refresh();
  }

  async #set(what) {
    await attempt(async () => {
      await this.#save(what);
      feel("success");
    });
  }

  async #currency({ currency }) {
    const chosen = await chooseCurrency(currency, [currency]);
    if (chosen) await this.#set({ currency: chosen });
  }

  async #zone({ timezone }) {
    const all = Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, title: zone.replaceAll("_", " ") }));
    const chosen = await findOne(say("Time zone"), [{ value: timezone, title: timezone.replaceAll("_", " ") }, ...all.filter((one) => one.value !== timezone)], timezone);
    if (chosen) await this.#set({ timezone: chosen });
  }

  async #language({ language }) {
    const chosen = await choose(say("Language"), Object.entries(languages()).map(([value, title]) => ({ value, title })), language);
    if (chosen) await this.#set({ language: chosen });
  }

  async #payments({ simplify }) {
    const chosen = await choose(say("Payments"), [{ value: true, title: say("Fewest payments") }, { value: false, title: say("Who owes whom") }], simplify);
    if (chosen !== null) await this.#set({ simplify: chosen });
  }

  #add() {
    askFor(say("Add somebody"), { small: say("A @username, or the name of somebody without Telegram."),
      save: async (name) => {
        await post(`groups/${this.group}/members`, { name }, { headers: { "Idempotency-Key": crypto.randomUUID() } });
        await this.refresh();
      } });
  }
}

/** What there is to say of a member. */
function marks({ role, kind, weight, active }) {
  return [
    role === "admin" ? say("admin") : null,
    kind === "guest" ? say("guest") : kind === "placeholder" ? say("not met yet") : null,
    Number(weight) === 1 ? null : `× ${number(weight)}`,
    active ? null : say("not sharing"),
  ].filter(Boolean).join(", ") || null;
}

export const tag = define("settings-page", SettingsPage);
