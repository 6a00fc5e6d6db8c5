/** Names for several people: those there are, made, changed and taken away here. */
import { fill, h } from "../../drawing/dom.js";
import { change, once } from "../api.js";
import { define, Page } from "../page.js";
import { below, card, row } from "../parts/rows.js";
import { askForSet } from "../parts/set-sheet.js";
import { choose, confirm } from "../parts/sheet.js";
import { youOr } from "../names.js";
import { feel } from "../telegram.js";
import { attempt } from "../toasts.js";
import { say, together } from "../words.js";

class SetsPage extends Page {
  paths() {
    return { settings: `groups/${this.group}/settings`, sets: `groups/${this.group}/sets` };
  }

  draw({ settings, sets }) {
    fill(this, h("header", { class: "page-head" }, h("h1", {}, say("Sets of people"))),
      sets.length ? null : h("p", { class: "nothing" }, say("One name for several people, as for a flat.")),
      card(null, sets.map((one) => row({ title: `@${one.name}`, small: together(one.members.map(({ id, name }) => youOr(id, name))), chevron: true,
        onclick: () => this.#press(one, settings.members) })),
      row({ title: say("New set"), class: "accent", onclick: () => this.#ask(null, settings.members) })),
      below(say("A set is chosen with one press where you say who shares, and in the chat as @flat2.")));
  }

  async #press(one, members) {
    const chosen = await choose(`@${one.name}`, [{ value: "change", title: say("Change") }, { value: "remove", title: say("Remove") }]);
    if (chosen === "change") this.#ask(one, members);
    if (chosen === "remove") await this.#remove(one);
  }

  #ask(one, members) {
    askForSet({ set: one, members: members.filter((member) => member.active || one?.members.some(({ id }) => id === member.userId)),
      save: async (said) => {
        const path = `groups/${this.group}/sets`;
        await (one ? change("PATCH", `${path}/${encodeURIComponent(one.name)}`, said, once()) : change("POST", path, said, once()));
        await this.refresh();
      } });
  }

  async #remove({ name }) {
    if (!(await confirm(say("Remove {scheme}?", { scheme: `@${name}` }), say("Remove"), { danger: true, small: say("What is recorded stays as it was.") }))) return;
    await attempt(async () => {
      await change("DELETE", `groups/${this.group}/sets/${encodeURIComponent(name)}`, undefined, once());
      feel("success");
      await this.refresh();
    });
  }
}

export const tag = define("sets-page", SetsPage);
