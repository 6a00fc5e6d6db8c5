/** The list of chats: groups by their last message, then each person's private chat with the bot. */
import { avatar, fullName } from "/app/drawing/avatars.js";
import { h, place } from "/app/drawing/dom.js";
import { shortMoment } from "./time.js";
import { excerpt, serviceSentence } from "./wording.js";

export class ChatList {
  /**
   * @param {HTMLElement} element
   * @param {import("./store.js").Store} store
   * @param {import("./view.js").View} view
   * @param {import("./read-marks.js").ReadMarks} marks
   */
  constructor(element, store, view, marks) {
    Object.assign(this, { element, store, view, marks, made: new Map() });
  }

  /** Make the rows say what the store says; those that did not change stay. */
  show() {
    const focused = document.activeElement?.dataset?.chat;
    const groups = this.store.groups().sort((a, b) => lastDate(b) - lastDate(a));
    const people = [...this.store.people.values()];
    this.rows = new Map();
    place(this.element, [
      this.#heading("Groups"), ...groups.map((chat) => this.#row(chat)),
      this.#heading(`Private chats with ${fullName(this.store.bot)}`),
      ...people.map((person) => this.#row(this.store.chat(person.id))),
    ]);
    this.made = this.rows;
    if (focused && document.activeElement?.dataset?.chat !== focused) {
      this.element.querySelector(`[data-chat="${CSS.escape(focused)}"]`)?.focus();
    }
  }

  #heading(words) {
    return this.#kept(words, words, null, () => h("h2", {}, words));
  }

  #row(chat) {
    const name = titleOf(chat, this.store);
    const last = chat.messages.newest;
    const unread = this.marks.unread(chat);
    const moment = last ? shortMoment(last.date, this.store.now()) : "";
    const isOpen = chat.id === this.view.chatId;
    return this.#kept(chat.id, `${isOpen} ${unread} ${moment} ${name}`, last, () => h("button", {
      type: "button", class: "chat-row", dataset: { chat: chat.id },
      "aria-current": isOpen ? "true" : null,
      onclick: () => this.view.open(chat.id),
    },
    avatar(chat.id, name),
    h("span", { class: "title", dir: "auto" }, name),
    last ? h("time", {}, moment) : null,
    h("span", { class: "preview", dir: "auto" }, this.#preview(chat, last)),
    unread ? h("span", { class: "badge", "aria-label": `${unread} unread` }, unread > 99 ? "99+" : unread) : null));
  }

  /** The element made before for a key, unless its state or its message is another by now. */
  #kept(key, state, message, make) {
    const known = this.made.get(key);
    const row = known?.state === state && known.message === message ? known : { state, message, element: make() };
    this.rows.set(key, row);
    return row.element;
  }

  #preview(chat, last) {
    if (!last) return chat.type === "private" ? "Not started" : "No messages yet";
    if (serviceSentence(last)) return excerpt(last);
    const sender = chat.type === "private" && last.from?.id === chat.person ? "You"
      : chat.type === "private" ? null : last.from?.first_name;
    return [sender ? h("b", {}, `${sender}: `) : null, excerpt(last)];
  }

  /** How many messages nobody has looked at, over all chats. */
  get unread() {
    const chats = [...this.store.chats.values()].filter((chat) => !chat.migrated_to);
    return chats.reduce((sum, chat) => sum + this.marks.unread(chat), 0);
  }
}

function lastDate(chat) {
  return chat.messages.newest?.date ?? 0;
}

/** A chat's name: a group's title, or the person whose private chat it is. */
export function titleOf(chat, store) {
  return chat.type === "private" ? fullName(store.people.get(chat.person)) : chat.title;
}
