/** "Play the Goa trip": types what three friends would type, and waits for the bot each time. */
import { avatar, fullName } from "/app/drawing/avatars.js";
import { post, Refused } from "./connection.js";
import { fill, h, icon } from "/app/drawing/dom.js";
import { keyOf } from "./store.js";
import { toast } from "./toasts.js";
import { serviceSentence } from "./wording.js";

const CALM = matchMedia("(prefers-reduced-motion: reduce)");
const TYPING_MS = 550;
const READING_MS = 700;
const PATIENCE_MS = 8000;

/** Who takes part, by username. */
const FRIENDS = ["alice", "bob", "charlie"];

/** The shared trip, line by line. */
const LINES = [
  { by: "bob", says: "/split 3000 Hotel Booking with @alice and @charlie" },
  { by: "charlie", says: "/split 4500 Dinner at Beach Shack bob 1500 alice 1000 me 2000" },
  { by: "alice", says: "/split 6000 Car Rental bob 40% charlie 35% me 25%" },
  { by: "alice", says: "/balance" },
  { by: "bob", presses: [/settle/i, /paid/i], orSays: "/settle alice 1900" },
  { by: "alice", says: "/balance" },
];

class Stopped extends Error {}

export class Trip {
  /**
   * @param {import("./store.js").Store} store
   * @param {import("./view.js").View} view
   * @param {import("./composer.js").Composer} composer
   * @param {import("./pressing.js").Pressing} pressing
   */
  constructor(store, view, composer, pressing) {
    Object.assign(this, { store, view, composer, pressing });
    this.running = null;
  }

  /** The card in a group where nobody has written yet and the three friends are together; else null. */
  offer() {
    const { chat } = this.view;
    if (!chat || chat.type === "private" || this.running || !this.#friends(chat)) return null;
    const people = new Set(this.store.people.keys());
    const written = this.store.timeline(chat).some((message) =>
      people.has(message.from?.id) && serviceSentence(message) === null);
    if (written) return null;
    this.card ??= this.#card(chat);
    return this.card;
  }

  #friends(chat) {
    const people = this.store.peopleIn(chat);
    const friends = FRIENDS.map((name) => people.find((person) => person.username?.toLowerCase() === name));
    return friends.every(Boolean) ? new Map(FRIENDS.map((name, index) => [name, friends[index]])) : null;
  }

  #card(chat) {
    const friends = [...this.#friends(chat).values()];
    return h("section", { class: "offer", "aria-label": "Play the Goa trip" },
      h("div", { class: "faces" }, friends.map((person) => avatar(person.id, fullName(person)))),
      h("h2", {}, "Three friends come back from Goa"),
      h("p", {}, "Watch them split a hotel, a dinner and a car, see who owes whom, and settle. Or just type /split."),
      h("button", { type: "button", class: "button primary", id: "play-trip", onclick: () => this.play() },
        icon("play"), "Play the Goa trip"));
  }

  async play() {
    const { chat } = this.view;
    const friends = this.#friends(chat);
    if (this.running || !friends) return;
    this.running = { chatId: chat.id, stopped: false };
    this.#showState("");
    try {
      for (const line of LINES) {
        const person = friends.get(line.by);
        this.#showState(person.first_name);
        this.view.become(person.id);
        if (line.says) await this.#say(person, line.says);
        else await this.#settle(person, line);
        await this.#pause(READING_MS);
      }
    } catch (error) {
      if (error instanceof Refused) toast(error.message);
      else if (!(error instanceof Stopped)) throw error;
    } finally {
      this.composer.setText("");
      this.running = null;
      this.composer.playing.hidden = true;
      this.composer.show();
      this.composer.focus();
    }
  }

  #showState(name) {
    fill(this.composer.playing, icon("play"),
      h("span", {}, name ? `Playing the Goa trip: ${name}` : "Playing the Goa trip"),
      h("button", { type: "button", class: "button", onclick: () => { this.running.stopped = true; } }, "Stop"));
    this.composer.playing.hidden = false;
  }

  async #say(person, words) {
    const step = Math.max(1, Math.ceil(words.length / (TYPING_MS / 16)));
    for (let end = step; !CALM.matches && end < words.length; end += step) {
      this.composer.setText(words.slice(0, end));
      await this.#pause(16);
    }
    this.composer.setText(words);
    await this.#pause(120);
    const answer = this.#nextFromBot();
    await post("say", { person: person.id, chat: this.running.chatId, text: words });
    this.composer.setText("");
    await answer;
  }

  /** Press through to the payment as people do; where the buttons are not found, type the command. */
  async #settle(person, line) {
    for (const wanted of line.presses) {
      const found = this.#button(wanted, person);
      if (!found) return this.#say(person, line.orSays);
      await this.#pause(READING_MS);
      const answer = this.#nextFromBot();
      const shown = document.querySelector(`[data-key="${keyOf(found.message)}"] `
        + `[data-callback="${CSS.escape(found.key.callback_data)}"]`);
      shown?.classList.add("pressed");
      await this.#pause(180);
      await this.pressing.press(found.message, found.key.callback_data, person.id);
      await answer;
    }
    return undefined;
  }

  /** The newest button with these words; of several, the one that names the person. */
  #button(wanted, person) {
    const messages = [...this.store.chat(this.running.chatId).messages.values()].reverse();
    for (const message of messages.slice(0, 3)) {
      const keys = (message.reply_markup?.inline_keyboard ?? []).flat()
        .filter((key) => key.callback_data && wanted.test(key.text));
      const key = keys.find(({ text }) => text.includes(person.first_name)) ?? keys[0];
      if (key) return { message, key };
    }
    return null;
  }

  /** Wait until the bot has written or changed something in the group. */
  #nextFromBot() {
    const { chatId } = this.running;
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.store.removeEventListener("change", heard);
        resolve();
      };
      const heard = ({ detail }) => {
        const isMessage = detail.kind === "message" || detail.kind === "edited";
        if (isMessage && detail.chat_id === chatId && detail.message.from?.id === this.store.bot.id) done();
      };
      const timer = setTimeout(done, PATIENCE_MS);
      this.store.addEventListener("change", heard);
    });
  }

  async #pause(milliseconds) {
    await new Promise((resolve) => { setTimeout(resolve, milliseconds); });
    if (this.running.stopped || this.view.chatId !== this.running.chatId) throw new Stopped();
  }
}
