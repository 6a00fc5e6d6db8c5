/** What this tab shows: which chat, which topic, and as whom one writes there. */

const PHONE = matchMedia("(max-width: 719px)");

/** Fires `chat`, `persona` and `topic` when they change. */
export class View extends EventTarget {
  #personas = new Map();

  /** @param {import("./store.js").Store} store */
  constructor(store) {
    super();
    this.store = store;
    this.chatId = null;
    this.topic = null;
  }

  get chat() {
    return this.chatId === null ? null : this.store.chat(this.chatId);
  }

  /** The person who writes and presses in the chat shown. */
  get persona() {
    const chat = this.chat;
    if (!chat) return null;
    const people = this.store.peopleIn(chat);
    const chosen = this.#personas.get(chat.id) ?? this.#personas.get(chat.migrated_from);
    return people.find((person) => person.id === chosen) ?? people[0] ?? null;
  }

  /** Write as somebody from now on. */
  become(personId) {
    if (this.persona?.id === personId) return;
    this.#personas.set(this.chatId, personId);
    this.dispatchEvent(new Event("persona"));
  }

  open(chatId) {
    document.body.dataset.screen = "chat";
    if (this.chatId === chatId) return;
    this.chatId = chatId;
    this.topic = this.chat?.is_forum ? 0 : null;
    sessionStorage.setItem("chat", chatId);
    this.dispatchEvent(new Event("chat"));
  }

  /** Open a chat that was just made, as soon as the store hears of it. */
  openWhenKnown(chatId) {
    const look = () => {
      if (!this.store.chat(chatId)) return;
      this.store.removeEventListener("change", look);
      this.open(chatId);
    };
    this.store.addEventListener("change", look);
    look();
  }

  /** On a phone: back to the list. */
  leave() {
    document.body.dataset.screen = "list";
    this.dispatchEvent(new Event("left"));
  }

  showTopic(topic) {
    if (this.topic === topic) return;
    this.topic = topic;
    this.dispatchEvent(new Event("topic"));
  }

  /** After a new snapshot: stay where one was, or begin where the server says. */
  settle() {
    const current = this.chat;
    if (this.store.chats.has(current?.migrated_to)) return this.open(current.migrated_to);
    if (current) {
      if (current.is_forum && this.topic === null) this.topic = 0;
      return undefined;
    }
    const remembered = this.store.chat(Number(sessionStorage.getItem("chat")));
    const first = [remembered, this.store.chat(this.store.opening), this.store.groups()[0]]
      .find((chat) => chat && !chat.migrated_to);
    this.chatId = null;
    if (!first) return undefined;
    this.open(first.id);
    return undefined;
  }

  /** Whether the chat is really before somebody's eyes. */
  get isSeen() {
    const onScreen = !PHONE.matches || document.body.dataset.screen === "chat";
    return onScreen && document.visibilityState === "visible";
  }
}
