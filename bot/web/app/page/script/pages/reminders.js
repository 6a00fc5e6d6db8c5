/** Which of my groups may remind me of what I owe. */
import { avatar } from "../../drawing/avatars.js";
import { fill, h } from "../../drawing/dom.js";
import { change } from "../api.js";
import { define, Page } from "../page.js";
import { below, card, row } from "../parts/rows.js";
import { choose } from "../parts/sheet.js";
import { feel } from "../telegram.js";
import { attempt } from "../toasts.js";
import { date, say } from "../words.js";

const WISHES = { on: () => say("Remind me"), later: () => say("Not this week"), off: () => say("Never remind me") };

class RemindersPage extends Page {
  paths() {
    return { wishes: "me/reminders" };
  }

  draw({ wishes }) {
    fill(this, h("header", { class: "page-head" }, h("h1", {}, say("Reminders"))),
      wishes.length ? card(null, wishes.map((wish) => row({ start: avatar(wish.groupId, wish.name, { size: "small" }), title: wish.name,
        small: told(wish), chevron: true, onclick: () => this.#choose(wish) })))
        : h("p", { class: "nothing" }, say("You share no group with me yet.")),
      below(say("Whoever is owed can ask a group's chat to remind you. This is what you want of it.")));
  }

  async #choose({ groupId, name, wanted }) {
    const chosen = await choose(name, Object.entries(WISHES).map(([value, words]) => ({ value, title: words() })), wanted);
    if (!chosen) return;
    await attempt(async () => {
      await change("PUT", `me/reminders/${groupId}`, { wanted: chosen });
      feel("success");
      await this.refresh();
    });
  }
}

function told({ wanted, until }) {
  if (wanted === "later") return say("Not before {date}", { date: date(until, { day: "numeric", month: "long" }) });
  return wanted === "off" ? say("Never") : say("When somebody asks for it");
}

export const tag = define("reminders-page", RemindersPage);
