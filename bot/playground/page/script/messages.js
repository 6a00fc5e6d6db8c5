/** The timeline of the chat shown: keeps its elements in step with the store, scrolls, reads out. */
import { fullName } from "/app/drawing/avatars.js";
import { messageElement } from "./bubble.js";
import { fill, h, icon, place } from "/app/drawing/dom.js";
import { isPresent, keyOf, placeOf } from "./store.js";
import { dayKey, dayName } from "./time.js";
import { excerpt, serviceSentence } from "./wording.js";

/** Messages of one sender within this time stand together. */
const TOGETHER_SECONDS = 600;
const SHOWN_AT_FIRST = 150;
const NEAR_END_PX = 80;
const STILL_AFTER_MS = 900;

export class Messages {
  /**
   * @param {{scroller: HTMLElement, list: HTMLElement, jump: HTMLElement, announcer: HTMLElement}} elements
   * @param {import("./store.js").Store} store
   * @param {import("./view.js").View} view
   * @param {import("./read-marks.js").ReadMarks} marks
   * @param {() => HTMLElement|null} offer what an empty group is offered
   */
  constructor(elements, store, view, marks, offer) {
    Object.assign(this, elements, { store, view, marks, offer });
    /** Presses that the bot has not answered yet: `chat:message:data`. */
    this.pressing = new Set();
    this.made = new Map();
    this.atEnd = true;
    this.unreadFrom = null;
    this.limit = SHOWN_AT_FIRST;
    this.scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.jump.addEventListener("click", () => this.toEnd(true));
    new ResizeObserver(() => this.#keepEnd()).observe(this.scroller);
    new ResizeObserver(() => this.#keepEnd()).observe(this.list);
  }

  /** Another chat or topic is shown: begin at its end, with a line where the unread ones begin. */
  begin() {
    const { chat } = this.view;
    this.made.clear();
    this.list.replaceChildren();
    this.limit = SHOWN_AT_FIRST;
    this.atEnd = true;
    this.unreadFrom = chat && this.marks.unread(chat) > 0 ? this.marks.of(chat) : null;
    this.show();
    this.toEnd(false);
  }

  /** Make the elements say what the store says; those that did not change stay, with focus and selection. */
  show() {
    const { chat } = this.view;
    if (!chat) return;
    this.list.classList.toggle("private", chat.type === "private");
    const all = this.store.timeline(chat, this.view.persona, chat.is_forum ? this.view.topic : null);
    const shown = all.slice(-this.limit);
    const made = new Map();
    const elements = shown.length < all.length ? [this.#earlier()] : [];
    shown.forEach((message, index) => {
      const before = shown[index - 1];
      const startsDay = !before || dayKey(before.date) !== dayKey(message.date);
      if (startsDay) elements.push(this.#day(message, made));
      if (this.#isFirstUnread(chat, before, message)) elements.push(h("div", { class: "unread-line" }, "New messages"));
      elements.push(this.#element(chat, message, before, shown[index + 1], made));
    });
    const offer = this.offer();
    if (offer) elements.push(offer);
    this.made = made;
    place(this.list, elements);
    this.#keepEnd();
    this.#showJump();
    this.#restDays();
  }

  /** A day that floats over a message is there while one scrolls, and then out of the way. */
  #restDays() {
    this.#passDays();
    this.list.classList.remove("still");
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      for (const day of this.list.querySelectorAll(".day")) {
        const below = day.nextElementSibling?.getBoundingClientRect();
        day.classList.toggle("floats", Boolean(below) && below.top < day.getBoundingClientRect().bottom);
      }
      this.list.classList.add("still");
    }, STILL_AFTER_MS);
  }

  /** Of the days that stand at the top over one another only the newest is shown. */
  #passDays() {
    const days = [...this.list.querySelectorAll(".day")];
    const places = days.map((day) => day.getBoundingClientRect());
    days.forEach((day, index) => {
      day.classList.toggle("passed", index + 1 < days.length && places[index + 1].top < places[index].bottom);
    });
  }

  #element(chat, message, before, after, made) {
    const own = message.from?.id === this.view.persona?.id && !message.sender_chat;
    const reader = message.only_for ? this.store.people.get(message.only_for)?.first_name : "";
    const first = !together(before, message);
    const last = !together(message, after);
    const role = first && !own ? this.#role(chat, message) : "";
    const waiting = [...this.pressing].filter((press) => press.startsWith(`${keyOf(message)}:`)).join();
    const state = `${own}${first}${last}${role}${waiting}`;
    const key = keyOf(message);
    const known = this.made.get(key);
    if (known?.message === message && known.state === state) {
      made.set(key, known);
      return known.element;
    }
    const setting = { own, first, last, role, reader, bot: this.store.bot.id, pressing: this.pressing };
    const element = messageElement(message, setting);
    if (known?.element.classList.contains("chosen")) element.classList.add("chosen");
    if (!known && this.arriving === key) element.classList.add("fresh");
    made.set(key, { message, state, element });
    return element;
  }

  #day(message, made) {
    const name = dayName(message.date, this.store.now());
    const key = `day:${dayKey(message.date)}`;
    const known = this.made.get(key);
    const element = known?.state === name ? known.element : h("div", { class: "day" }, name);
    made.set(key, { message: null, state: name, element });
    return element;
  }

  #role(chat, message) {
    if (message.sender_chat) return "anonymous";
    if (chat.type === "private" || message.from?.id === this.store.bot.id) return "";
    const status = this.store.statusOf(chat, message.from.id);
    if (!isPresent(status)) return "left";
    return { creator: "owner", administrator: "admin" }[status] ?? "";
  }

  #isFirstUnread(chat, before, message) {
    if (this.unreadFrom === null || message.chat.id !== chat.id) return false;
    if (message.only_for) return false;
    const isRead = !before || before.only_for || before.chat.id !== chat.id || before.message_id <= this.unreadFrom;
    return isRead && message.message_id > this.unreadFrom;
  }

  #earlier() {
    return h("button", { type: "button", class: "button earlier", onclick: () => {
      const fromEnd = this.scroller.scrollHeight - this.scroller.scrollTop;
      this.limit += SHOWN_AT_FIRST;
      this.show();
      this.scroller.scrollTop = this.scroller.scrollHeight - fromEnd;
    } }, "Show earlier messages");
  }

  /** A message came into the chat shown. */
  arrived(message) {
    this.arriving = keyOf(message);
    if (message.from?.id === this.view.persona?.id) {
      this.unreadFrom = null;
      this.atEnd = true;
    }
    this.show();
    this.arriving = null;
    this.announcer.textContent = serviceSentence(message) ?? `${fullName(message.from)}: ${excerpt(message)}`;
  }

  /** Whether the newest message is before somebody's eyes. */
  get isRead() {
    return this.atEnd && this.view.isSeen;
  }

  toEnd(smooth) {
    this.atEnd = true;
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth ? "smooth" : "instant" });
    this.#showJump();
  }

  /** Show a message by its key, and mark it for a moment. */
  jumpTo(key) {
    const message = this.store.find(...placeOf(key));
    if (!message) return;
    if (!this.made.has(key)) {
      this.limit = Infinity;
      this.show();
    }
    const element = this.made.get(key)?.element;
    if (!element) return;
    element.scrollIntoView({ block: "center", behavior: "smooth" });
    element.classList.remove("flash");
    requestAnimationFrame(() => element.classList.add("flash"));
  }

  #keepEnd() {
    if (this.atEnd) this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    this.atEnd = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
    this.#showJump();
    this.#restDays();
    if (this.atEnd) this.onRead?.();
  }

  #showJump() {
    const { chat } = this.view;
    this.jump.hidden = this.atEnd;
    if (this.atEnd || !chat) return;
    const unread = this.marks.unread(chat);
    fill(this.jump, icon("down"), unread ? h("span", { class: "badge" }, unread) : null);
    this.jump.setAttribute("aria-label", unread ? `To the newest message, ${unread} unread` : "To the newest message");
    this.jump.title = "To the newest message";
  }
}

function together(before, after) {
  if (!before || !after) return false;
  if (serviceSentence(before) !== null || serviceSentence(after) !== null) return false;
  return before.from?.id === after.from?.id && before.sender_chat?.id === after.sender_chat?.id
    && after.date - before.date < TOGETHER_SECONDS && dayKey(before.date) === dayKey(after.date);
}
