/** The list of chats: groups by their last message, then each person's private chat with the bot. */
import { avatar, fullName } from "/app/drawing/avatars.js";
import { fill, h } from "/app/drawing/dom.js";
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
    Object.assign(this, { element, store, view, marks });
  }

  show() {
    const focused = document.activeElement?.dataset?.chat;
    const groups = this.store.groups().sort((a, b) => lastDate(b) - lastDate(a));
    const people = [...this.store.people.values()];
    fill(this.element,
      h("h2", {}, "Groups"), groups.map((chat) => this.#row(chat)),
      h("h2", {}, `Private chats with ${fullName(this.store.bot)}`),
      people.map((person) => this.#row(this.store.chat(person.id))));
    if (focused) this.element.querySelector(`[data-chat="${CSS.escape(focused)}"]`)?.focus();
  }

  #row(chat) {
    const name = titleOf(chat, this.store);
    const last = lastOf(chat);
    const unread = this.marks.unread(chat);
    return h("button", {
      type: "button", class: "chat-row", dataset: { chat: chat.id },
      "aria-current": chat.id === this.view.chatId ? "true" : null,
      onclick: () => this.view.open(chat.id),
    },
    avatar(chat.id, name),
    h("span", { class: "title", dir: "auto" }, name),
    last ? h("time", {}, shortMoment(last.date, this.store.now())) : null,
    h("span", { class: "preview", dir: "auto" }, this.#preview(chat, last)),
    unread ? h("span", { class: "badge", "aria-label": `${unread} unread` }, unread > 99 ? "99+" : unread) : null);
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
  return lastOf(chat)?.date ?? 0;
}

/** A chat's newest message that everybody sees. */
function lastOf(chat) {
  return [...chat.messages.values()].findLast((message) => !message.only_for);
}

/** A chat's name: a group's title, or the person whose private chat it is. */
export function titleOf(chat, store) {
  return chat.type === "private" ? fullName(store.people.get(chat.person)) : chat.title;
}
