/** An account that was made outside Telegram, and how it becomes mine, or no longer opens what is mine. */
import { fill, h } from "../../drawing/dom.js";
import { change, post } from "../api.js";
import { define, Page } from "../page.js";
import { copyButton } from "../parts/copying.js";
import { below, card, row } from "../parts/rows.js";
import { confirm } from "../parts/sheet.js";
import { feel } from "../telegram.js";
import { attempt } from "../toasts.js";
import { clockTime, say } from "../words.js";

/** Letters of a code that stand together, as people read them out. */
const LETTERS = 5;

class LinkPage extends Page {
  #code = null;

  paths() {
    return { me: "me" };
  }

  draw({ me }) {
    fill(this, h("header", { class: "page-head" }, h("h1", {}, say("Another account"))), me.login ? this.#linked(me) : this.#apart());
  }

  #apart() {
    const made = this.#code;
    return [
      below(say("Do you have an account that was made outside Telegram? Enter this code there:")),
      made ? card(null, row({ title: h("bdi", { class: "code" }, spaced(made.code)), class: "plain", end: copyButton(made.code),
        small: say("Good until {time}", { time: clockTime(localTime(made.expiresAt)) }) })) : null,
      card(null, row({ title: made ? say("Another code") : say("Get a code"), class: "accent", onclick: () => attempt(async () => {
        this.#code = await post("me/link-code");
        this.redraw();
      }) })),
      below(say("It is good for ten minutes. From then on you are one person in all your groups.")),
    ];
  }

  #linked({ email }) {
    return [
      below(email ? say("Your account here can be opened with {email} as well.", { email }) : say("Your account here can be opened with a password as well.")),
      card(null, row({ title: say("Unlink"), class: "danger", onclick: () => this.#unlink(email) })),
    ];
  }

  async #unlink(email) {
    const words = say("{email}, its password and your phone number go, and whoever is logged in has to come by Telegram. Your groups and entries stay as they are.",
      { email: email ?? "…" });
    if (!(await confirm(say("Shall nobody log in to it any more?"), say("Yes, unlink"), { danger: true, small: words }))) return;
    await attempt(async () => {
      await change("DELETE", "me/login");
      feel("success");
      await this.refresh();
    });
  }
}

function spaced(code) {
  return code.match(new RegExp(`.{1,${LETTERS}}`, "g")).join(" ");
}

/** A moment on the clock of whoever looks. */
function localTime(iso) {
  const at = new Date(iso);
  return [at.getHours(), at.getMinutes()].map((one) => String(one).padStart(2, "0")).join(":");
}

export const tag = define("link-page", LinkPage);
