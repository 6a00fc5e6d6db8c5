/** Tokens by which programs of one's own use one's books: made, shown once, revoked. */
import { fill, h, icon } from "../../drawing/dom.js";
import { change, post } from "../api.js";
import { define, Page } from "../page.js";
import { copy } from "../parts/copying.js";
import { askFor } from "../parts/field-sheet.js";
import { below, card, row } from "../parts/rows.js";
import { choose, confirm, openSheet } from "../parts/sheet.js";
import { feel } from "../telegram.js";
import { attempt } from "../toasts.js";
import { date, say } from "../words.js";

const SCOPES = { read: () => say("Only read"), full: () => say("All that I may") };
const LONGEST_NAME = 64;

class TokensPage extends Page {
  paths() {
    return { tokens: "me/tokens" };
  }

  draw({ tokens }) {
    fill(this, h("header", { class: "page-head" }, h("h1", {}, say("Tokens for programs"))),
      below(say("With a token, a program of yours uses your books over HTTP, as you.")),
      card(null, tokens.map((token) => row({ start: h("span", { class: "tile" }, icon("key")), title: token.name, small: told(token),
        chevron: true, onclick: () => this.#revoke(token) })),
      row({ title: say("Make a token"), class: "accent", onclick: () => this.#make() })),
      below([say("What can be called: {address}", { address: `${location.origin}/api/docs` })]));
  }

  async #make() {
    const scope = await choose(say("What may it do?"), Object.entries(SCOPES).map(([value, words]) => ({ value, title: words() })));
    if (!scope) return;
    askFor(say("What is it for?"), { small: say("A name of yours, to know it by later."), attributes: { maxlength: LONGEST_NAME, placeholder: say("my laptop") },
      save: async (name) => {
        const made = await post("me/tokens", { name, scope });
        await this.refresh();
        return made;
      }, saved: showOnce });
  }

  async #revoke(token) {
    if (!(await confirm(say("Revoke {name}? What uses it gets in no more.", { name: token.name }), say("Revoke"), { danger: true }))) return;
    await attempt(async () => {
      await change("DELETE", `me/tokens/${token.id}`);
      feel("success");
      await this.refresh();
    });
  }
}

/** The secret, which nobody can tell again. */
function showOnce({ name, secret }) {
  openSheet(name, (close, showMain) => {
    showMain({ text: say("Copy"), press: () => copy(secret) });
    return [h("div", { class: "card" }, h("p", { class: "secret", dir: "ltr", tabindex: "0" }, secret)),
      below(say("Keep it where nobody else reads it: it can't be shown again.")),
      h("div", { class: "choices apart" }, h("button", { type: "button", class: "button wide", onclick: close }, say("Done")))];
  });
}

function told({ scope, createdAt, lastUsedAt }) {
  const day = (iso) => date(iso, { day: "numeric", month: "short" });
  const used = lastUsedAt ? say("last used {date}", { date: day(lastUsedAt) }) : say("made {date}, never used", { date: day(createdAt) });
  return `${SCOPES[scope]()} · ${used}`;
}

export const tag = define("tokens-page", TokensPage);
