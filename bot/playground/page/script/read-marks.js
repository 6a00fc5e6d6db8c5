/** How far each chat has been read; shared by the browser's tabs. */

const KEY = "read-marks";

/** Fires `change` when another tab has read something. */
export class ReadMarks extends EventTarget {
  #marks = {};

  constructor() {
    super();
    this.#load();
    addEventListener("storage", (event) => {
      if (event.key !== KEY) return;
      this.#load();
      this.dispatchEvent(new Event("change"));
    });
  }

  #load() {
    try {
      this.#marks = JSON.parse(localStorage.getItem(KEY)) ?? {};
    } catch {
      this.#marks = {};
    }
  }

  /** A chat seen for the first time counts as read; so does one whose numbers began again. */
  meet(chat) {
    const last = chat.messages.highest;
    const mark = this.#marks[chat.id];
    if (mark === undefined || mark > last) this.#set(chat.id, last);
  }

  read(chat) {
    const last = chat.messages.highest;
    if (this.#marks[chat.id] === last) return false;
    this.#set(chat.id, last);
    return true;
  }

  /** The number of the last message read. */
  of(chat) {
    return this.#marks[chat.id] ?? 0;
  }

  unread(chat) {
    return chat.messages.countAfter(this.of(chat));
  }

  #set(chatId, number) {
    this.#marks[chatId] = number;
    localStorage.setItem(KEY, JSON.stringify(this.#marks));
  }
}
