/** Rich messages: paragraphs, tables and pictures (https://core.telegram.org/bots/api#richmessage). */
import { formatted } from "./entities.js";
import { h } from "/app/drawing/dom.js";
import { picture } from "./picture.js";

const SPANS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };

/** The element of a rich message. */
export function richMessage(message) {
  return h("div", { class: "rich", dir: message.is_rtl ? "rtl" : "auto" }, message.blocks.map(block));
}

/** Its words without any form: a line a block, a line a row. */
export function richWords(message) {
  return message.blocks.flatMap((each) => {
    if (each.type === "photo") return [];
    if (each.type === "table") return each.cells.map((row) => row.map((cell) => words(cell.text)).join("  "));
    return [words(each.text)];
  }).join("\n");
}

function block(each) {
  if (each.type === "photo") return picture(each.photo);
  if (each.type === "table") return table(each);
  const tag = each.type === "heading" ? "h4" : "p";
  return h(tag, { dir: "auto", class: each.type }, spans(each.text));
}

function table(each) {
  const classes = ["is_compact", "is_bordered", "is_striped"].filter((name) => each[name]);
  // Words that are copied, or read out, have a gap between cells.
  const rows = each.cells.map((row) => h("tr", {}, row.map((one, place) => [place ? " " : null, cell(one)]), "\n"));
  return h("div", { class: "table" }, h("table", { class: classes.join(" ") }, h("tbody", {}, rows)));
}

function cell(one) {
  return h(one.is_header ? "th" : "td", { class: `${one.align} ${one.valign}`, colspan: one.colspan,
    rowspan: one.rowspan, dir: "auto" }, spans(one.text));
}

function spans(text) {
  if (text === undefined) return [];
  if (typeof text === "string") return formatted(text);
  if (Array.isArray(text)) return text.flatMap(spans);
  const children = spans(text.text);
  if (text.type === "url") return [h("a", { href: text.url, target: "_blank", rel: "noopener noreferrer" }, children)];
  return [h(SPANS[text.type] ?? "span", {}, children)];
}

function words(text) {
  if (text === undefined || typeof text === "string") return text ?? "";
  return Array.isArray(text) ? text.map(words).join("") : words(text.text);
}
