/** What is one's own: the language, how one can be paid, what comes by time, what opens the account. */
import { fill, h, icon } from "../../drawing/dom.js";
import { change } from "../api.js";
import { define, Page } from "../page.js";
import { askFor } from "../parts/field-sheet.js";
import { schemeName, SCHEMES } from "../parts/pay-ways.js";
import { chooseWeekly, weeklyTold } from "../parts/posting-times.js";
import { below, card, row } from "../parts/rows.js";
import { choose, confirm } from "../parts/sheet.js";
import { go } from "../places.js";
import { speakFromNowOn } from "../speaking.js";
import { openAddress } from "../telegram.js";
import { attempt } from "../toasts.js";
import { language, languages, say } from "../words.js";

const EXAMPLES = { upi: "name@bank", iban: "DE89 3704 0044 0532 0130 00", pix: "name@example.com", promptpay: "081 234 5678", link: "https://paypal.me/name" };

class YouPage extends Page {
  paths() {
    return { ways: "me/payinfo", weekly: "me/weekly" };
  }

  draw({ ways, weekly }) {
    const on = (title, page, picture, small = null) => row({ start: h("span", { class: "tile" }, icon(picture)), title, small, chevron: true, onclick: () => go(page) });
    fill(this, h("header", { class: "page-head" }, h("h1", {}, say("You"))),
      card(null, row({ title: say("Language"), end: languages()[language()] ?? language(), chevron: true, onclick: () => this.#language() })),
      card(say("How people can pay you"), ways.map((way) => row({ title: h("bdi", {}, way.value), small: schemeName(way.scheme), chevron: true, onclick: () => this.#way(way) })),
        ways.length < Object.keys(SCHEMES).length ? row({ title: say("Add"), class: "accent", onclick: () => this.#add(ways) }) : null),
      below(say("The people of your groups see this when they owe you.")),
      card(say("What I send you"), this.#weekly(weekly), row({ title: say("Reminders"), small: say("Which groups may remind you"), chevron: true, onclick: () => go("reminders") })),
      card(say("Your account"),
        on(say("Tokens for programs"), "tokens", "key"),
        on(say("Another account"), "link", "person", say("One that was made outside Telegram")),
        on(say("Privacy"), "privacy", "eye", say("What I keep, your data, being forgotten"))));
  }

  #weekly(weekly) {
    const title = say("Weekly summary of all your groups");
    if (!weekly.reachable && !weekly.on) {
      return row({ title, small: say("I may not write to you yet: press Start in our chat first."), chevron: Boolean(weekly.chat),
        onclick: weekly.chat ? () => openAddress(weekly.chat) : null });
    }
    const { on, weekdays, at } = weekly;
    return row({ title, small: weeklyTold(weekly), chevron: true, onclick: () => chooseWeekly({ on, weekdays, at }, async (set) => {
      await change("PATCH", "me/weekly", set);
      await this.refresh();
    }) });
  }

  async #language() {
    const chosen = await choose(say("Language"), Object.entries(languages()).map(([value, title]) => ({ value, title })), language());
    if (!chosen) return;
    await attempt(async () => {
      await change("PATCH", "me", { language: chosen });
      await speakFromNowOn(chosen);
      this.redraw();
    });
  }

  async #add(ways) {
    const left = Object.keys(SCHEMES).filter((scheme) => !ways.some((way) => way.scheme === scheme));
    const scheme = await choose(say("How people can pay you"), left.map((value) => ({ value, title: schemeName(value) })));
    if (scheme) this.#ask(scheme, "");
  }

  #ask(scheme, value) {
    askFor(schemeName(scheme), { value, attributes: { placeholder: EXAMPLES[scheme], dir: "ltr" }, save: async (written) => {
      await change("PUT", `me/payinfo/${scheme}`, { value: written });
      await this.refresh();
    } });
  }

  async #way({ scheme, value }) {
    const chosen = await choose(schemeName(scheme), [{ value: "change", title: say("Change") }, { value: "remove", title: say("Remove") }]);
    if (chosen === "change") this.#ask(scheme, value);
    if (chosen !== "remove" || !(await confirm(say("Remove {scheme}?", { scheme: schemeName(scheme) }), say("Remove"), { danger: true }))) return;
    await attempt(async () => {
      await change("DELETE", `me/payinfo/${scheme}`);
      await this.refresh();
    });
  }
}

export const tag = define("you-page", YouPage);
