/** The people of a group: who is in, who may do what; adding, removing, changing them; the group itself. */
import { avatar, fullName } from "/app/drawing/avatars.js";
import { post } from "./connection.js";
import { labelled, languageField, openDialog, textField } from "./dialogs.js";
import { fill, h, icon, iconButton } from "/app/drawing/dom.js";
import { isPresent } from "./store.js";
import { attempt } from "./toasts.js";

const STANDING = { creator: "owner", administrator: "admin", restricted: "restricted" };

export class PeopleDialog {
  /**
   * @param {import("./store.js").Store} store
   * @param {import("./view.js").View} view
   */
  constructor(store, view) {
    Object.assign(this, { store, view });
    this.dialog = null;
  }

  open() {
    if (!this.view.chat || this.view.chat.type === "private" || this.dialog) return;
    this.edited = null;
    this.dialog = openDialog("People", (body) => {
      this.list = h("ul", { class: "people" });
      this.add = h("div", { class: "dialog-body", style: { padding: "0" } });
      this.settings = h("div", { class: "dialog-body", style: { padding: "0" } });
      fill(body, this.list, this.add, this.settings);
      this.#showAdding();
    });
    this.dialog.addEventListener("close", () => { this.dialog = null; });
    this.show();
  }

  /** Keep an open dialog in step with the store. */
  show() {
    const { chat } = this.view;
    if (!this.dialog || !chat) return;
    const present = chat.members.filter((member) => isPresent(member.status));
    fill(this.list, present.map((member) => this.#row(chat, member)));
    this.#showOthers(chat);
    this.#showSettings(chat);
  }

  get #by() {
    const { chat } = this.view;
    const creator = chat.members.find((member) => member.status === "creator");
    return creator?.user ?? this.view.persona?.id;
  }

  async #act(path, body) {
    const done = await attempt(() => post(path, body));
    this.show();
    return done;
  }

  #change(chat, what, user) {
    return this.#act(`chats/${chat.id}/members`, { by: this.#by, [what]: user });
  }

  #row(chat, member) {
    const isBot = member.user === this.store.bot.id;
    const user = this.store.user(member.user);
    if (!user) return null;
    const name = fullName(user);
    const isOpen = this.edited === member.user;
    const line = h("div", { class: "person" },
      avatar(user.id, name, { bot: isBot }),
      h("span", {}, h("b", { dir: "auto" }, name), h("small", {}, details(user))),
      STANDING[member.status] ? h("span", { class: "tagged" }, STANDING[member.status]) : null,
      iconButton(isOpen ? "close" : "more", isOpen ? `Close ${name}` : `Change ${name}`, () => {
        this.edited = isOpen ? null : member.user;
        this.show();
      }, { "aria-expanded": String(isOpen) }));
    return h("li", {}, line, isOpen ? this.#editor(chat, member, user, isBot) : null);
  }

  #editor(chat, member, user, isBot) {
    const isAdmin = member.status === "administrator";
    const buttons = [
      member.status === "creator" ? null : h("button", { type: "button", class: "button",
        onclick: () => this.#change(chat, isAdmin ? "demote" : "promote", user.id) },
      isAdmin ? "No longer admin" : "Make admin"),
      h("button", { type: "button", class: "button danger", onclick: () => {
        this.edited = null;
        return this.#change(chat, "remove", user.id);
      } }, "Remove from group"),
    ];
    if (isBot) return h("div", { class: "person-edit" }, h("div", { class: "dialog-buttons" }, buttons));
    const first = textField("first_name", { value: user.first_name, required: true, maxlength: 64 });
    const last = textField("last_name", { value: user.last_name ?? "", maxlength: 64 });
    const username = textField("username", { value: user.username ?? "", maxlength: 32, dir: "ltr" });
    const language = languageField(user.language_code ?? "");
    const save = () => this.#act(`people/${user.id}`, { first_name: first.value, last_name: last.value,
      username: username.value.replace(/^@/, "") || null, language_code: language.value });
    return h("form", { class: "person-edit", onsubmit: async (event) => {
      event.preventDefault();
      if (!await save()) return;
      this.edited = null;
      this.show();
    } },
    h("div", { class: "pair" }, labelled("First name", first), labelled("Last name", last)),
    h("div", { class: "pair" }, labelled("Username (may be empty)", username), labelled("Language", language)),
    h("div", { class: "dialog-buttons" },
      h("button", { type: "submit", class: "button primary" }, "Save"), buttons));
  }

  #showAdding() {
    const first = textField("first_name", { required: true, maxlength: 64, placeholder: "Meera" });
    const last = textField("last_name", { maxlength: 64 });
    const username = textField("username", { maxlength: 32, placeholder: "meera", dir: "ltr" });
    const language = languageField("en");
    this.others = h("ul", { class: "people" });
    const form = h("form", { class: "dialog-body", style: { padding: "0" }, onsubmit: async (event) => {
      event.preventDefault();
      const { chat } = this.view;
      const made = await attempt(() => post("people", { first_name: first.value, last_name: last.value || undefined,
        username: username.value.replace(/^@/, "") || undefined, language_code: language.value }));
      if (!made) return;
      form.reset();
      await this.#change(chat, "add", made.person.id);
      first.focus();
    } },
    h("div", { class: "pair" }, labelled("First name", first), labelled("Last name", last)),
    h("div", { class: "pair" }, labelled("Username (may be empty)", username), labelled("Language", language)),
    h("div", { class: "dialog-buttons" },
      h("button", { type: "submit", class: "button primary" }, icon("plus"), "Add a new person")));
    fill(this.add, h("h3", {}, "Add somebody"), this.others, form);
  }

  #showOthers(chat) {
    const everyone = [this.store.bot, ...this.store.people.values()];
    const absent = everyone.filter((user) => !isPresent(this.store.statusOf(chat, user.id)));
    this.others.hidden = absent.length === 0;
    fill(this.others, absent.map((user) => {
      const name = fullName(user);
      return h("li", { class: "person" }, avatar(user.id, name, { bot: user.id === this.store.bot.id }),
        h("span", {}, h("b", { dir: "auto" }, name), h("small", {}, details(user))),
        h("button", { type: "button", class: "button", "aria-label": `Add ${name}`,
          onclick: () => this.#change(chat, "add", user.id) }, "Add"));
    }));
  }

  #showSettings(chat) {
    const grown = chat.type === "group" ? this.#growing(chat) : [];
    return fill(this.settings, h("h3", {}, "Group"), this.#rules(chat), ...grown);
  }

  /** What the bot may send: the rules of groups that swallow a bot's answers. */
  #rules(chat) {
    const { permissions } = chat;
    if (!permissions) return null;
    const rule = (words, note, checked, given) => {
      const box = h("input", { type: "checkbox", onchange: () =>
        this.#act(`chats/${chat.id}/permissions`, given(box.checked)) });
      box.checked = checked;
      return h("li", {}, h("label", { class: "person" },
        h("span", {}, h("b", {}, words), h("small", {}, note)), box));
    };
    return h("ul", { class: "people", "aria-label": "What the bot may send" },
      rule("Text", "the bot may write here", permissions.text, (on) => ({ text: on })),
      rule("Pictures", "the bot may send photos", permissions.photos, (on) => ({ photos: on })),
      rule("Paid messages", "whoever is no admin pays 10 Stars", permissions.stars > 0,
        (on) => ({ stars: on ? 10 : 0 })),
      chat.is_forum ? rule("General is open", "everybody may write outside the topics", !chat.general_closed,
        (on) => ({ general_closed: !on })) : null);
  }

  #growing(chat) {
    return [
      h("p", { class: "dialog-note" },
        "Telegram turns a basic group into a supergroup when it grows: with a new id, and the book goes along."),
      h("div", { class: "dialog-buttons" }, h("button", { type: "button", class: "button", onclick: async () => {
        const done = await this.#act(`chats/${chat.id}/migrate`, { by: this.#by });
        if (done) this.dialog?.close();
      } }, "Make it a supergroup")),
    ];
  }
}

function details(user) {
  const parts = [user.username ? `@${user.username}` : "no username", user.is_bot ? "bot" : user.language_code];
  return parts.filter(Boolean).join(" · ");
}

/**
 * The dialog that makes a group. Whoever made it then says what a link has behind `startgroup`,
 * as Telegram's apps do; `true` is what links without anything to say have there.
 */
export function openNewGroup(store, view, payload = "true") {
  openDialog("New group", (body, close) => {
    const people = [...store.people.values()];
    const title = textField("title", { required: true, maxlength: 128, placeholder: "Goa trip" });
    const chosen = people.map((person) => {
      const box = h("input", { type: "checkbox" });
      box.checked = person.id === view.persona?.id;
      return { person, box };
    });
    const topics = h("input", { type: "checkbox" });
    const refusal = h("p", { class: "refusal", role: "alert", hidden: true });
    const form = h("form", { class: "dialog-body", style: { padding: "0" }, onsubmit: async (event) => {
      event.preventDefault();
      const ids = chosen.filter(({ box }) => box.checked).map(({ person }) => person.id);
      refusal.hidden = ids.length > 0;
      refusal.textContent = "Choose at least one person.";
      if (ids.length === 0) return;
      const creator = ids.includes(view.persona?.id) ? view.persona.id : ids[0];
      const made = await attempt(() => post("chats", { title: title.value.trim(), creator, people: ids, bot: true,
        is_forum: topics.checked }));
      if (!made) return;
      close();
      view.openWhenKnown(made.chat.id);
      if (payload !== "true") {
        const text = `/start@${store.bot.username} ${payload}`;
        await attempt(() => post("say", { person: creator, chat: made.chat.id, text }));
      }
    } },
    labelled("Name", title),
    h("ul", { class: "people" }, chosen.map(({ person, box }) => h("li", {}, h("label", { class: "person" },
      avatar(person.id, fullName(person)),
      h("span", {}, h("b", { dir: "auto" }, fullName(person)), h("small", {}, details(person))), box)))),
    h("label", { class: "person" }, icon("topic"),
      h("span", {}, h("b", {}, "Topics"), h("small", {}, "several threads in one group")), topics),
    h("p", { class: "dialog-note" }, `${fullName(store.bot)} comes along.`), refusal,
    h("div", { class: "dialog-buttons" }, h("button", { type: "submit", class: "button primary" }, "Make the group")));
    fill(body, form);
  });
}

/** The dialog that opens a topic in the group shown, and goes there. */
export function openNewTopic(view) {
  const { chat, persona } = view;
  openDialog("New topic", (body, close) => {
    const name = textField("name", { required: true, maxlength: 128, placeholder: "Food" });
    fill(body, h("form", { class: "dialog-body", style: { padding: "0" }, onsubmit: async (event) => {
      event.preventDefault();
      const made = await attempt(() => post(`chats/${chat.id}/topics`, { name: name.value, by: persona.id }));
      if (!made) return;
      close();
      view.showTopic(made.topic.id);
    } },
    labelled("Name", name),
    h("div", { class: "dialog-buttons" }, h("button", { type: "submit", class: "button primary" }, "Open the topic"))));
  });
}
