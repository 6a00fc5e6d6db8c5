/** The head of the chat shown: its name, who is in it, its topics. */
import { avatar, fullName } from "/app/drawing/avatars.js";
import { titleOf } from "./chat-list.js";
import { fill, h, icon, iconButton } from "/app/drawing/dom.js";

const TYPING_SHOWN_MS = 5000;

export class ChatHead {
  /**
   * @param {HTMLElement} element
   * @param {HTMLElement} topics
   * @param {import("./store.js").Store} store
   * @param {import("./view.js").View} view
   * @param {{people: () => void, clock: () => void, phone: () => void}} open
   */
  constructor(element, topics, store, view, open) {
    Object.assign(this, { element, topics, store, view, open });
    this.typing = new Map();
  }

  /** The bot shows in a chat that it is at work. */
  botActs(chatId) {
    clearTimeout(this.typing.get(chatId));
    this.typing.set(chatId, setTimeout(() => this.botRests(chatId), TYPING_SHOWN_MS));
    this.show();
  }

  botRests(chatId) {
    if (!this.typing.has(chatId)) return;
    clearTimeout(this.typing.get(chatId));
    this.typing.delete(chatId);
    this.show();
  }

  show() {
    const { chat } = this.view;
    if (!chat) return;
    const isGroup = chat.type !== "private";
    const identity = [
      avatar(chat.id, titleOf(chat, this.store), {}),
      h("span", {}, h("strong", { dir: "auto" }, titleOf(chat, this.store)), h("small", {}, this.#subtitle(chat))),
    ];
    fill(this.element,
      iconButton("back", "All chats", () => this.view.leave(), { class: "back" }),
      isGroup
        ? h("button", { type: "button", class: "chat-identity", title: "People and settings", onclick: this.open.people },
          identity)
        : h("div", { class: "chat-identity" }, identity),
      iconButton("phone", "Open the Mini App", this.open.phone),
      this.store.clock.movable
        ? iconButton("clock", "The playground's clock", this.open.clock, { class: "clock-button" }) : null,
      isGroup ? iconButton("group", "People and settings", this.open.people, { id: "people" }) : null);
    this.#showTopics(chat);
  }

  #subtitle(chat) {
    const bot = fullName(this.store.bot);
    if (this.typing.has(chat.id)) return `${bot} is typing…`;
    if (chat.type === "private") return `with ${bot}`;
    const count = this.store.peopleIn(chat).length;
    const people = count === 1 ? "1 person" : `${count} people`;
    const kind = chat.type === "supergroup" ? " · supergroup" : "";
    return chat.bot === "left" || chat.bot === "kicked" || chat.bot === "none"
      ? `${people}${kind}, without ${bot}` : `${people} and ${bot}${kind}`;
  }

  #showTopics(chat) {
    this.topics.hidden = !chat.is_forum;
    if (!chat.is_forum) return;
    const all = [{ id: 0, name: "General" }, ...chat.topics.filter((topic) => topic.id !== 0)];
    fill(this.topics, all.map((topic) => h("button", {
      type: "button", "aria-current": topic.id === this.view.topic ? "true" : null,
      onclick: () => this.view.showTopic(topic.id),
    }, icon("topic"), topic.name)), h("button", { type: "button", onclick: this.open.topic }, icon("plus"), "New topic"));
  }
}
