/** One message as an element: bubble, quote, text, picture or document, buttons, what one can do with it. */
import { avatar, fullName, tint } from "/app/drawing/avatars.js";
import { fileAddress } from "./connection.js";
import { h, icon, iconButton } from "/app/drawing/dom.js";
import { formatted } from "./entities.js";
import { picture } from "./picture.js";
import { richMessage } from "./rich.js";
import { keyOf } from "./store.js";
import { fullMoment, timeOf } from "./time.js";
import { excerpt, fileSize, serviceSentence } from "./wording.js";

/** The first strong letter is Hebrew, Arabic or another script written from right to left. */
const RIGHT_TO_LEFT = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** A button's part of its row follows the length of its label, between these. */
const SHARE = { least: 6, most: 14 };

/** How a button of each style looks (https://core.telegram.org/bots/api#inlinekeyboardbutton). */
const LOOKS = { primary: "stands-out", success: "stands-out", danger: "warns" };

/**
 * Make a message's element. What is pressed in it is found by its `data-*` attributes, so that the
 * timeline needs one listener for all.
 *
 * @param {object} message
 * @param {{first: boolean, last: boolean, own: boolean, role: string, reader: string, bot: number, pressing: Set<string>}} setting
 */
export function messageElement(message, setting) {
  const sentence = serviceSentence(message);
  if (sentence !== null) {
    return h("div", { class: "service", role: "note", dir: "auto", dataset: { key: keyOf(message) } }, sentence);
  }
  const sender = message.sender_chat ?? message.from;
  const isBot = sender.id === setting.bot;
  const keyboard = message.reply_markup?.inline_keyboard;
  const isTable = message.rich_message?.blocks.some((block) => block.type === "table");
  const stack = h("div", { class: ["stack", keyboard && "keyed", isTable && "tabled"].filter(Boolean).join(" ") },
    bubble(message, setting, sender, isBot),
    keyboard ? keys(message, keyboard, setting.pressing) : null);
  const classes = ["message", setting.first && "first", setting.last && "last", setting.own && "own",
    message.only_for && "only-for", !isBot && `tint-${tint(sender.id)}`];
  return h("article", { class: classes.filter(Boolean).join(" "), dataset: { key: keyOf(message) },
    "aria-label": `${fullName(sender)}, ${timeOf(message.date)}` },
  !setting.own && setting.last ? avatar(sender.id, fullName(sender), { size: "small", bot: isBot }) : null,
  stack, actions(message, isBot));
}

function bubble(message, setting, sender, isBot) {
  const words = message.text ?? message.caption;
  const bare = message.photo && !words;
  return h("div", { class: `bubble ${bare ? "bare-picture" : ""}` },
    setting.first && !setting.own ? senderLine(sender, isBot, setting.role) : null,
    message.only_for ? onlyFor(setting.reader) : null,
    message.forward_origin ? h("small", {}, "Forwarded") : null,
    // In a topic every message answers the one that opened it: that says nothing.
    message.reply_to_message && !message.reply_to_message.forum_topic_created
      ? quote(message.reply_to_message, setting.bot) : null,
    message.photo ? picture(message.photo, words ? `Picture: ${excerpt({ text: words })}` : undefined) : null,
    message.document ? file(message.document) : null,
    words ? text(message, words) : null,
    message.rich_message ? richMessage(message.rich_message) : null,
    message.reactions ? reactions(message.reactions) : null,
    h("span", { class: "meta", title: fullMoment(message.date) },
      message.edit_date && !isBot ? "edited " : null, timeOf(message.date)));
}

function onlyFor(reader) {
  return h("small", { class: "only-for-note" }, icon("eye"), `Only ${reader} sees this`);
}

function reactions(given) {
  const shown = given.map((reaction) => h("span", { class: "reaction" }, reaction.emoji ?? "·"));
  return h("div", { class: "reactions", role: "note", "aria-label": "Reactions of the bot" }, shown);
}

function senderLine(sender, isBot, role) {
  return h("div", { class: `sender ${isBot ? "bot" : ""}` },
    h("span", { dir: "auto" }, fullName(sender)),
    role ? h("span", { class: "role" }, role) : null);
}

function quote(original, bot) {
  const sender = original.sender_chat ?? original.from;
  const colour = sender?.id === bot ? "" : `tint-${tint(sender?.id ?? 0)}`;
  return h("button", { type: "button", class: `quote ${colour}`, title: "Go to this message",
    dataset: { jump: keyOf(original) } },
  h("b", { dir: "auto" }, fullName(sender)), h("span", { dir: "auto" }, excerpt(original)));
}

function text(message, words) {
  const entities = message.text !== undefined ? message.entities : message.caption_entities;
  const room = message.edit_date && message.from?.is_bot !== true ? "84px" : "46px";
  const element = h("div", { class: "text", dir: "auto", style: { "--meta-width": room } },
    formatted(words, entities));
  // The time stands at the right: beside the end of a line that runs there, below one that begins there.
  const endsInBlock = element.lastElementChild?.matches("pre, blockquote") && !element.lastChild.data;
  if (RIGHT_TO_LEFT.test(words) || endsInBlock) element.classList.add("time-below");
  return element;
}

function file(document) {
  return h("a", { class: "file", href: fileAddress(document.file_id), download: document.file_name ?? "document" },
    h("span", { class: "file-mark" }, icon("download")),
    h("span", {}, h("span", { class: "file-name", dir: "auto" }, document.file_name ?? "Document"),
      h("small", {}, fileSize(document.file_size))));
}

function keys(message, keyboard, pressing) {
  return h("div", { class: "keys", role: "group", "aria-label": "Buttons" }, keyboard.map((row, rowIndex) =>
    h("div", { class: "keys-row" }, row.map((key, index) => keyButton(message, key, `${rowIndex}.${index}`, pressing)))));
}

function keyButton(message, key, place, pressing) {
  const label = h("span", { dir: "auto" }, key.text);
  const style = { "--share": Math.min(Math.max([...key.text].length, SHARE.least), SHARE.most) };
  const look = LOOKS[key.style] ?? "";
  const address = key.url ?? key.web_app?.url ?? key.login_url?.url;
  if (address) {
    return h("button", { type: "button", class: `key ${look}`, style, title: key.text, dataset: { address } },
      label, icon("link"));
  }
  if (key.copy_text) {
    return h("button", { type: "button", class: `key ${look}`, style, title: `Copy: ${key.copy_text.text}`,
      dataset: { press: "copy", text: key.copy_text.text } }, label, icon("copy"));
  }
  if (key.disabled) {
    return h("button", { type: "button", class: `key ${look}`, style, title: key.text, disabled: true }, label);
  }
  const waiting = pressing.has(`${keyOf(message)}:${key.callback_data}`);
  return h("button", { type: "button", class: `key ${look} ${waiting ? "waiting" : ""}`, style, title: key.text,
    "aria-busy": waiting ? "true" : null, dataset: { callback: key.callback_data ?? "", place } }, label);
}

function actions(message, isBot) {
  return h("div", { class: "actions" },
    iconButton("reply", "Reply", null, { dataset: { act: "reply" } }),
    isBot || message.sender_chat ? null : iconButton("edit", "Edit", null, { dataset: { act: "edit" } }),
    iconButton("copy", "Copy the text", null, { dataset: { act: "copy" } }));
}
