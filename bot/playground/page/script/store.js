/** What the page knows of the local Telegram: a snapshot, kept current by the server's events. */
import { MessageLog, numberOf } from "./message-log.js";

/** Fires `change` events whose `detail` is `{kind, …}`; kinds are the server's, plus `all` for a new snapshot. */
export class Store extends EventTarget {
  constructor() {
    super();
    this.bot = { id: 0, first_name: "Bot", username: "" };
    this.people = new Map();
    this.chats = new Map();
    this.clock = { now: new Date().toISOString(), movable: false };
    this.botApi = "";
    this.opening = null;
    this.clockReadAt = Date.now();
  }

  /** Take a whole snapshot, at the start and after a lost connection. */
  load(state) {
    this.bot = state.bot;
    this.people = new Map(state.people.map((person) => [person.id, person]));
    this.chats = new Map();
    for (const chat of state.chats) {
      this.chats.set(chat.id, { ...chat, messages: MessageLog.of(chat.messages) });
    }
    this.opening = state.opening?.group ?? null;
    this.botApi = state.bot_api;
    this.#setClock(state.clock);
    this.#changed({ kind: "all" });
  }

  /** Take one event of the stream. */
  apply(kind, data) {
    switch (kind) {
      case "message":
      case "edited":
        this.#messagesOf(data.chat_id).set(numberOf(data.message), data.message);
        break;
      case "deleted":
        this.#messagesOf(data.chat_id).delete(numberOf(data));
        break;
      case "chat": {
        const known = this.chats.get(data.chat.id);
        this.chats.set(data.chat.id, { ...data.chat, messages: known?.messages ?? new MessageLog() });
        break;
      }
      case "person":
        this.people.set(data.person.id, data.person);
        break;
      case "bot":
        this.bot = data.bot;
        break;
      case "clock":
        this.#setClock(data.clock);
        break;
    }
    this.#changed({ kind, ...data });
  }

  #messagesOf(chatId) {
    let chat = this.chat(chatId);
    // A new group's first messages may come before the group itself.
    chat ??= { id: chatId, type: "supergroup", title: "", members: [], topics: [], messages: new MessageLog() };
    this.chats.set(chatId, chat);
    return chat.messages;
  }

  #setClock(clock) {
    this.clock = clock;
    this.clockReadAt = Date.now();
  }

  #changed(detail) {
    this.dispatchEvent(new CustomEvent("change", { detail }));
  }

  /** The playground's time; it runs as fast as ours, from wherever it was moved to. */
  now() {
    return new Date(Date.parse(this.clock.now) + Date.now() - this.clockReadAt);
  }

  /** A chat by id; a person's private chat exists for the page before its first message. */
  chat(id) {
    return this.chats.get(id) ?? (this.people.has(id) ? this.privateChat(id) : null);
  }

  privateChat(personId) {
    return { id: personId, type: "private", person: personId, members: [], topics: [], messages: new MessageLog(), bot: "member" };
  }

  /** Groups that are alive: a group that became a supergroup is shown as that one. */
  groups() {
    return [...this.chats.values()].filter((chat) => chat.type !== "private" && !chat.migrated_to);
  }

  /** The people in a group, in the order in which they came; in a private chat its one person. */
  peopleIn(chat) {
    if (chat.type === "private") return [this.people.get(chat.person)].filter(Boolean);
    return chat.members
      .filter((member) => member.user !== this.bot.id && isPresent(member.status))
      .map((member) => this.people.get(member.user))
      .filter(Boolean);
  }

  /** A person's or the bot's standing in a group. */
  statusOf(chat, userId) {
    return chat.members.find((member) => member.user === userId)?.status ?? "left";
  }

  /**
   * All messages that somebody sees in a chat, oldest first; a supergroup's begin with those of the group it was.
   * Those that only one person sees are left out for others, and may stand in place of another message.
   */
  timeline(chat, persona, topic = null) {
    const earlier = chat.migrated_from ? this.chats.get(chat.migrated_from) : null;
    const all = [...(earlier?.messages.values() ?? []), ...chat.messages.values()]
      .filter((message) => !message.only_for || message.only_for === persona?.id);
    const covered = new Set(all.map((message) => message.replaces).filter(Boolean));
    const messages = all.filter((message) => !covered.has(message.message_id));
    if (topic === null) return messages;
    return messages.filter((message) => topicOf(message) === topic);
  }

  /** Where a message is: its chat and its number there. */
  find(chatId, messageId) {
    return this.chats.get(chatId)?.messages.get(messageId) ?? null;
  }

  user(id) {
    return id === this.bot.id ? this.bot : this.people.get(id) ?? null;
  }
}

export function isPresent(status) {
  return status !== "left" && status !== "kicked";
}

/** The topic a message stands in; 0 is General, which has no thread of its own. */
export function topicOf(message) {
  return message.is_topic_message ? message.message_thread_id : 0;
}

/** A message's key on the page: numbers begin again in a supergroup, so the chat belongs to it. */
export function keyOf(message) {
  return `${message.chat.id}:${numberOf(message)}`;
}

/** The chat and the number that a key names. */
export function placeOf(key) {
  const [chatId, number] = key.split(":");
  return [Number(chatId), number?.startsWith("e") ? number : Number(number)];
}
