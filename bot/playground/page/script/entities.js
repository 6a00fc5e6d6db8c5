/**
 * Telegram's formatted text: a plain string and entities that lie over it.
 *
 * Offsets and lengths count UTF-16 units, which is what JavaScript's strings count too
 * (https://core.telegram.org/api/entities), so slicing is right here as it is nowhere else.
 */
import { h } from "/app/drawing/dom.js";

const SAFE_PROTOCOLS = new Set(["http:", "https:", "mailto:", "tel:", "tg:"]);

/** What a person may do by pressing a piece of text; the messages module decides how. */
const PRESSABLE = {
  bot_command: "command",
  mention: "mention",
  text_mention: "mention",
  code: "copy",
  pre: "copy",
};

/** "−₹1,200.50": a line may break between its sign and its symbol, and should not. */
const AMOUNT = /([+\-\u2212]?\p{Sc}\p{Nd}(?:[\p{Nd}.,'\u2019\u00a0\u202f]*\p{Nd})?)/u;

/**
 * Turn text and entities into nodes.
 *
 * @param {string} text
 * @param {Array<{type: string, offset: number, length: number, url?: string, language?: string}>} entities
 * @returns {Node[]}
 */
export function formatted(text, entities = []) {
  const ordered = entities
    .filter((entity) => entity.length > 0 && entity.offset < text.length)
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
  return between(text, 0, text.length, ordered);
}

/** The nodes from `start` to `end`; an entity that crosses its parent's end is cut there. */
function between(text, start, end, entities) {
  const nodes = [];
  let position = start;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const from = Math.max(entity.offset, position);
    const to = Math.min(entity.offset + entity.length, end);
    index += 1;
    if (from >= to) continue;
    if (from > position) nodes.push(...plain(text.slice(position, from)));
    const inside = [];
    while (index < entities.length && entities[index].offset < to) inside.push(entities[index++]);
    nodes.push(wrap(entity, text.slice(from, to), between(text, from, to, inside)));
    // What of an inner entity stands behind this one's end is still to be shown.
    const rest = inside.filter((inner) => inner.offset + inner.length > to);
    entities = [...rest, ...entities.slice(index)];
    index = 0;
    position = to;
  }
  if (position < end) nodes.push(...plain(text.slice(position, end)));
  return nodes;
}

/** Words as they are, and amounts that stay whole. */
function plain(words) {
  return words.split(AMOUNT).map((part, index) =>
    index % 2 ? h("span", { class: "amount" }, part) : document.createTextNode(part)).filter((node) => node.textContent);
}

function wrap(entity, text, children) {
  switch (entity.type) {
    case "bold": return h("strong", {}, children);
    case "italic": return h("em", {}, children);
    case "underline": return h("u", {}, children);
    case "strikethrough": return h("s", {}, children);
    case "code": return pressable("code", entity, text, children, "Copy");
    case "pre": return preformatted(entity, text, children);
    case "blockquote": return h("blockquote", {}, children);
    case "expandable_blockquote": return expandable(children);
    case "spoiler": return spoiler(children);
    case "text_link": return link(entity.url, children);
    case "url": return link(/^[a-z][a-z+.-]*:/i.test(text) ? text : `https://${text}`, children);
    case "email": return link(`mailto:${text}`, children);
    case "phone_number": return link(`tel:${text.replace(/[^\d+]/g, "")}`, children);
    case "bot_command": return pressable("span", entity, text, children, "Write");
    case "mention":
    case "text_mention": return pressable("span", entity, text, children, "Mention");
    case "hashtag":
    case "cashtag": return h("span", { class: "tag" }, children);
    default: return h("span", {}, children);
  }
}

function pressable(tag, entity, text, children, verb) {
  return h(tag, {
    class: `pressable ${entity.type}`, role: "button", tabindex: "0", title: `${verb} ${text}`,
    dataset: { press: PRESSABLE[entity.type], text },
  }, children);
}

function preformatted(entity, text, children) {
  const label = entity.language ? h("span", { class: "language" }, entity.language) : null;
  return h("pre", { class: "pressable", role: "button", tabindex: "0", title: "Copy",
    dataset: { press: "copy", text } }, label, h("code", {}, children));
}

function expandable(children) {
  const quote = h("blockquote", { class: "expandable", role: "button", tabindex: "0",
    "aria-expanded": "false", dataset: { press: "expand" } }, children);
  return quote;
}

function spoiler(children) {
  return h("span", { class: "spoiler", role: "button", tabindex: "0", title: "Show the hidden text",
    dataset: { press: "reveal" } }, h("span", {}, children));
}

function link(address, children) {
  let url = null;
  try {
    url = new URL(address);
  } catch {
    // Not an address after all: the words stay words.
  }
  if (!url || !SAFE_PROTOCOLS.has(url.protocol)) return h("span", {}, children);
  return h("a", { href: url.href, target: "_blank", rel: "noopener noreferrer" }, children);
}
