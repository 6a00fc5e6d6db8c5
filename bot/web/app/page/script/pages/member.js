/** One member: what they owe and are owed, person by person; an admin changes role and weight here. */
import { avatar } from "../../drawing/avatars.js";
import { fill, h } from "../../drawing/dom.js";
import { change } from "../api.js";
import { define, Page } from "../page.js";
import { nets, standing } from "../parts/amounts.js";
import { askFor } from "../parts/field-sheet.js";
import { mergeWithSomebody } from "../parts/merging.js";
import { remind } from "../parts/reminding.js";
import { card, row } from "../parts/rows.js";
import { choose, confirm } from "../parts/sheet.js";
import { youOr } from "../names.js";
import { me } from "../person.js";
import { back, go, goInstead } from "../places.js";
import { feel } from "../telegram.js";
import { attempt } from "../toasts.js";
import { money, number, say } from "../words.js";

class MemberPage extends Page {
  paths() {
    const at = `groups/${this.group}`;
    const whom = this.place.userId;
    return { settings: `${at}/settings`, people: `${at}/nets`, gross: `balances/user/${whom}/group/${this.group}`, same: `${at}/members/${whom}/merge` };
  }

  draw({ settings, people, gross, same }) {
    const { userId } = this.place;
    const member = [...settings.members, ...settings.former].find((one) => one.userId === userId) ?? { name: "?", active: false };
    const person = { ...member, nets: people.find((one) => one.userId === userId)?.nets ?? [] };
    fill(this,
      h("header", { class: "entry-head" }, avatar(userId, person.name), h("h1", { dir: "auto" }, userId === me() ? say("You") : person.name),
        person.role === "admin" ? h("p", { class: "entry-when" }, say("admin")) : null),
      h("section", { class: "hero" }, h("p", {}, userId === me() ? standing(person.nets) : say("Balance")), h("p", { class: "hero-amounts" }, nets(person.nets))),
      this.#side(say("Owes"), gross.owes), this.#side(say("Is owed"), gross.owedBy),
      card(null,
        userId === me() ? null : row({ title: say("Settle up"), class: "accent", onclick: () => this.#settle(person) }),
        userId === me() || !settings.inChat || !person.nets.some(({ amount }) => Number(amount) < 0) ? null
          : row({ title: say("Remind"), class: "accent", onclick: () => remind(this.group, person, settings.timezone) }),
        row({ title: say("All entries"), chevron: true, onclick: () => go("entries", { group: this.group, title: person.name, filter: { userId } }) })),
      card(null,
        row({ title: say("Counts as"), end: `× ${number(person.weight ?? 1)}`, small: say("Twice for a couple, half for a child"), chevron: true, onclick: () => this.#weight(person) }),
        settings.mayChange ? row({ title: say("Role"), end: person.role === "admin" ? say("admin") : say("member"), chevron: true,
          onclick: () => this.#role(person.role) }) : null,
        userId === me() ? row({ title: say("Reminders"), chevron: true, onclick: () => go("reminders") }) : null,
        settings.mayChange && !person.active ? row({ title: say("Have back in the group"), class: "accent", onclick: () => this.#change({ active: true }) }) : null,
        person.kind !== "user" && same.may && same.others.length ? row({ title: say("This is somebody else here"), chevron: true, onclick: () => this.#merge(person, same.others, people) }) : null,
        settings.mayChange && person.active && userId !== me() ? row({ title: say("Remove from the group"), class: "danger", onclick: () => this.#remove(person) }) : null));
  }

  #side(heading, people) {
    return people.length ? card(heading, people.map((one) => row({ start: avatar(one.userId, one.userName, { size: "small" }),
      title: youOr(one.userId, one.userName), end: h("span", { class: "amount" }, money(one.amount, one.currency)),
      onclick: one.userId === this.place.userId ? null : () => go("member", { group: this.group, userId: one.userId }) }))) : null;
  }

  /** Whoever of the two is down pays. */
  #settle(person) {
    const owes = person.nets.some(({ amount }) => Number(amount) < 0);
    go("settle", { group: this.group, ...(owes ? { from: person.userId, to: me() } : { from: me(), to: person.userId }) });
  }

  get #path() {
    return `groups/${this.group}/members/${this.place.userId}`;
  }

  async #role(role) {
    const chosen = await choose(say("Role"), [{ value: "admin", title: say("admin") }, { value: "member", title: say("member") }], role);
    if (chosen) await this.#change({ role: chosen });
  }

  #weight(person) {
    askFor(say("Counts as"), { value: String(person.weight ?? 1), small: say("Twice for a couple, half for a child"), attributes: { inputmode: "decimal" },
      save: async (weight) => {
        await change("PATCH", this.#path, { weight: weight.replace(",", ".") });
        await this.refresh();
      } });
  }

  async #merge(person, others, people) {
    const stays = await mergeWithSomebody(this.group, person, others, new Map(people.map((one) => [one.userId, one.nets])));
    if (stays) goInstead("member", { group: this.group, userId: stays });
  }

  #change(what) {
    return attempt(async () => {
      await change("PATCH", this.#path, what);
      feel("success");
      await this.refresh();
    });
  }

  async #remove(person) {
    if (!(await confirm(say("Remove {name}? History stays.", { name: person.name }), say("Remove"), { danger: true }))) return;
    await attempt(async () => {
      await change("DELETE", this.#path);
      feel("success");
      back();
    });
  }
}

export const tag = define("member-page", MemberPage);
