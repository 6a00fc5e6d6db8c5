/** The composer: text, reply, edit, file, completion; sends as the persona of the view. */
import { fullName } from "/app/drawing/avatars.js";
import { Completion } from "./completion.js";
import { post } from "./connection.js";
import { fill, h, icon, iconButton } from "/app/drawing/dom.js";
import { openQuestion } from "./force-reply.js";
import { numberOf } from "./message-log.js";
import { personaKeys, showPersonas } from "./personas.js";
import { isPresent, keyOf } from "./store.js";
import { TextMentions } from "./text-mentions.js";
import { attempt, toast } from "./toasts.js";
import { excerpt, fileSize } from "./wording.js";

/** Telegram's limits, in characters once the markup is taken out. */
const LONGEST_TEXT = 4096;
const LONGEST_CAPTION = 1024;
const COUNT_FROM = 200;

export class Composer {
  /**
   * @param {HTMLElement} element
   * @param {import("./store.js").Store} store
   * @param {import("./view.js").View} view
   * @param {{commands: () => object[], openPeople: () => void, follow: (address: string) => void}} page
   */
  constructor(element, store, view, page) {
    Object.assign(this, { element, store, view, page });
    this.mentions = new TextMentions();
    this.drafts = new Map();
    this.dismissed = new Set();
    /** What the text is about: nothing, or `{kind: "reply"|"question"|"edit", message}`. */
    this.about = null;
    this.attachment = null;
    this.#build();
    this.completion = new Completion(this.field, this.list, {
      commands: page.commands,
      people: () => this.view.chat ? this.store.peopleIn(this.view.chat) : [],
      choose: (option, from, to) => this.#complete(option, from, to),
    });
  }

  #build() {
    this.list = h("div", { class: "completion", id: "completion", role: "listbox", "aria-label": "Suggestions", hidden: true });
    this.personas = h("div", { class: "personas", role: "radiogroup", "aria-labelledby": "personas-label" });
    personaKeys(this.personas, this.view);
    this.playing = h("div", { class: "playing", role: "status", hidden: true });
    this.context = h("div", { class: "composer-context", hidden: true });
    this.counter = h("div", { class: "counter", hidden: true });
    this.field = h("textarea", { rows: "1", dir: "auto", id: "text", "aria-label": "Message", role: "combobox",
      "aria-expanded": "false", enterkeyhint: "send", autocomplete: "off" });
    this.picker = h("input", { type: "file", class: "unseen", tabindex: "-1", "aria-hidden": "true" });
    this.sendButton = iconButton("send", "Send", () => this.send(), { class: "send", id: "send" });
    this.menu = h("button", { type: "button", class: "menu-button", hidden: true,
      onclick: () => this.page.follow(this.store.bot.menu_button.web_app.url) });
    this.writing = h("div", { class: "writing" }, this.menu,
      iconButton("slash", "Commands", () => this.#openCommands(), { id: "commands",
        onpointerdown: (event) => event.preventDefault() }),
      this.field, this.picker,
      iconButton("clip", "Attach a picture or a document", () => this.picker.click(), { id: "attach" }),
      this.sendButton);
    this.start = h("div", { class: "left-note" });
    fill(this.element, this.list, this.playing, this.personas, this.context, this.writing, this.counter, this.start);
    this.field.addEventListener("input", () => this.#typed());
    this.field.addEventListener("keydown", (event) => this.#key(event));
    this.field.addEventListener("click", () => this.completion.update());
    this.field.addEventListener("blur", () => this.completion.close());
    this.field.addEventListener("paste", (event) => this.#pasted(event));
    this.picker.addEventListener("change", () => {
      if (this.picker.files[0]) this.attach(this.picker.files[0]);
      this.picker.value = "";
    });
  }

  /** Another chat: keep what was being typed in the old one. */
  changeChat(leftChatId) {
    if (leftChatId !== null) this.drafts.set(leftChatId, this.about?.kind === "edit" ? "" : this.field.value);
    this.about = null;
    this.#dropAttachment();
    this.setText(this.drafts.get(this.view.chatId) ?? "");
    this.show();
  }

  /** Bring chips, context and buttons in step with store and view. */
  show() {
    const { chat, persona } = this.view;
    showPersonas(this.personas, this.store, this.view, this.page.openPeople, () => this.focus());
    if (!chat) return;
    this.#meetQuestion(chat, persona);
    this.#showContext();
    const isNew = chat.type === "private" && chat.messages.size === 0;
    const isEmpty = chat.type !== "private" && !persona;
    this.writing.hidden = isNew || isEmpty;
    this.start.hidden = !isNew && !isEmpty;
    if (isNew) fill(this.start, h("button", { type: "button", class: "button primary", id: "start",
      onclick: () => attempt(() => this.#say("/start", [])) }, "Start"));
    if (isEmpty) fill(this.start, "Nobody is left in this group");
    this.field.placeholder = this.#placeholder(chat, persona);
    this.#showMenu(chat);
  }

  /** The bot's own button beside the text of a private chat (Bot API, MenuButtonWebApp). */
  #showMenu(chat) {
    const button = this.store.bot.menu_button;
    this.menu.hidden = chat.type !== "private" || button?.type !== "web_app";
    if (this.menu.hidden) return;
    this.menu.setAttribute("aria-label", button.text);
    fill(this.menu, icon("phone"), button.text);
  }

  #placeholder(chat, persona) {
    const asked = this.about?.kind === "question" && this.about.message.reply_markup.input_field_placeholder;
    if (asked) return asked;
    if (this.attachment) return "Add a caption";
    return chat.type === "private" || !persona ? "Message" : `Message as ${persona.first_name}`;
  }

  #meetQuestion(chat, persona) {
    if (this.about?.kind === "question") this.about = null;
    if (this.about || !persona) return;
    const question = openQuestion(this.store.timeline(chat, persona, chat.is_forum ? this.view.topic : null), persona);
    if (question && !this.dismissed.has(`${keyOf(question)}:${persona.id}`)) {
      this.about = { kind: "question", message: question };
    }
  }

  #showContext() {
    this.context.hidden = !this.about && !this.attachment;
    if (this.context.hidden) return;
    const rows = [];
    if (this.about) {
      const isEdit = this.about.kind === "edit";
      const { message } = this.about;
      rows.push(icon(isEdit ? "edit" : "reply"), h("div", {},
        h("b", { dir: "auto" }, isEdit ? "Edit message" : `Reply to ${fullName(message.sender_chat ?? message.from)}`),
        h("span", { dir: "auto" }, excerpt(message))));
    }
    if (this.attachment) rows.push(...this.#attachmentRow());
    fill(this.context, rows, iconButton("close", "Cancel", () => this.cancel()));
  }

  #attachmentRow() {
    const { file, preview } = this.attachment;
    const asFile = h("input", { type: "checkbox", onchange: () => { this.attachment.asFile = asFile.checked; } });
    asFile.checked = this.attachment.asFile;
    return [
      preview ? h("img", { src: preview, alt: "" }) : icon("document"),
      h("div", {}, h("b", { dir: "auto" }, file.name), h("span", {}, fileSize(file.size))),
      preview ? h("label", { class: "as-file" }, asFile, "As a file") : null,
    ];
  }

  /** Put text into the field as if typed, with the caret behind it. */
  setText(text, places = []) {
    this.field.value = text;
    this.mentions.reset(text, places);
    this.field.setSelectionRange(text.length, text.length);
    this.#measure();
  }

  /** Add words where the caret is, with a space before them where one is needed. */
  insert(words) {
    const { selectionStart: from, selectionEnd: to, value } = this.field;
    const gap = from > 0 && !/\s$/.test(value.slice(0, from)) ? " " : "";
    this.field.setRangeText(`${gap}${words} `, from, to, "end");
    this.#typed();
    this.focus();
  }

  #complete(option, from, to) {
    this.field.setRangeText(option.insert, from, to, "end");
    this.mentions.follow(this.field.value);
    if (option.person) this.mentions.add(from, option.insert.trimEnd().length, option.person);
    this.#measure();
    this.focus();
  }

  #typed() {
    this.mentions.follow(this.field.value);
    this.#measure();
    this.completion.update();
  }

  #measure() {
    this.field.style.setProperty("height", "auto");
    this.field.style.setProperty("height", `${this.field.scrollHeight}px`);
    const longest = this.attachment ? LONGEST_CAPTION : LONGEST_TEXT;
    const left = longest - [...this.field.value.trim()].length;
    this.counter.hidden = left > COUNT_FROM;
    this.counter.textContent = left >= 0 ? `${left} left` : `${-left} too many`;
    this.sendButton.disabled = left < 0 || (!this.field.value.trim() && !this.attachment);
  }

  #key(event) {
    if (event.isComposing) return;
    if (this.completion.key(event)) {
      event.preventDefault();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape" && (this.about || this.attachment)) {
      event.preventDefault();
      this.cancel();
    } else if (event.key === "ArrowUp" && !this.field.value && !this.about) {
      const last = this.#lastOwn();
      if (last) {
        event.preventDefault();
        this.edit(last);
      }
    }
  }

  #lastOwn() {
    const { chat, persona } = this.view;
    const timeline = this.store.timeline(chat, persona, chat.is_forum ? this.view.topic : null);
    return timeline.findLast((message) => message.from?.id === persona?.id && message.chat.id === chat.id
      && (message.text ?? message.caption) !== undefined);
  }

  #openCommands() {
    if (this.completion.isOpen) return this.completion.close();
    if (this.field.value && !this.field.value.startsWith("/")) {
      toast("A command begins the message: empty the field first.");
      return undefined;
    }
    this.setText("/");
    this.focus();
    return this.completion.update();
  }

  reply(message) {
    if (message.chat.id !== this.view.chatId) return toast("Messages of the old group can't be answered any more.");
    this.about = { kind: "reply", message };
    this.show();
    return this.focus();
  }

  /** Edit a person's message, as that person. */
  edit(message) {
    const { chat } = this.view;
    if (message.chat.id !== chat.id) return toast("Messages of the old group can't be edited any more.");
    if (chat.type !== "private" && !isPresent(this.store.statusOf(chat, message.from.id))) {
      return toast(`${fullName(message.from)} is no longer in this group.`);
    }
    this.view.become(message.from.id);
    this.about = { kind: "edit", message };
    this.#dropAttachment();
    const entities = message.text !== undefined ? message.entities : message.caption_entities;
    const places = (entities ?? []).filter((entity) => entity.type === "text_mention")
      .map((entity) => ({ offset: entity.offset, length: entity.length, person: entity.user.id }));
    this.setText(message.text ?? message.caption ?? "", places);
    this.show();
    return this.focus();
  }

  /** Leave reply, edit or file, and for a question remember that it is not wanted. */
  cancel() {
    if (this.about?.kind === "question") this.dismissed.add(`${keyOf(this.about.message)}:${this.view.persona?.id}`);
    if (this.about?.kind === "edit") this.setText("");
    this.about = null;
    this.#dropAttachment();
    this.show();
    this.focus();
  }

  /** Take a file to be sent; the text becomes its caption. */
  attach(file) {
    if (this.about?.kind === "edit") this.cancel();
    this.#dropAttachment();
    const isPicture = /^image\/(png|jpeg|webp|gif)$/.test(file.type);
    this.attachment = { file, preview: isPicture ? URL.createObjectURL(file) : null, asFile: false };
    this.#measure();
    this.show();
    this.focus();
  }

  #dropAttachment() {
    if (this.attachment?.preview) URL.revokeObjectURL(this.attachment.preview);
    this.attachment = null;
    this.#measure();
  }

  #pasted(event) {
    const file = [...event.clipboardData.files][0];
    if (!file) return;
    event.preventDefault();
    this.attach(file);
  }

  async send() {
    if (this.sendButton.disabled || this.sending) return;
    this.completion.close();
    const mentions = this.mentions.within(this.field.value);
    const text = this.field.value.trim();
    const before = { value: this.field.value, about: this.about, attachment: this.attachment };
    this.sending = true;
    const sent = await attempt(() => before.about?.kind === "edit"
      ? this.#change(before.about.message, text, mentions) : this.#say(text, mentions));
    this.sending = false;
    if (!sent) return;
    this.about = null;
    this.#dropAttachment();
    if (this.field.value === before.value) this.setText("");
    this.show();
    this.focus();
  }

  #change(message, text, mentions) {
    return post("edit", { person: message.from.id, chat: message.chat.id, message: numberOf(message), text, mentions });
  }

  #say(text, mentions) {
    const { chat, persona, topic } = this.view;
    const body = { person: persona.id, chat: chat.id, text, mentions };
    if (this.about) body.reply_to = numberOf(this.about.message);
    if (topic) body.thread = topic;
    if (!this.attachment) return post("say", body);
    body.kind = this.attachment.preview && !this.attachment.asFile ? "photo" : "document";
    const form = new FormData();
    form.set("body", JSON.stringify(body));
    form.set("file", this.attachment.file);
    return post("say", form);
  }

  /** Put the caret back into the field, where that opens no keyboard over the chat. */
  focus() {
    if (!this.writing.hidden && matchMedia("(hover: hover)").matches) this.field.focus();
    else if (!this.writing.hidden && this.about) this.field.focus();
  }
}

