/** Faces and colours of people and chats: initials on one of eight tints. */
import { h, icon } from "./dom.js";

const TINTS = 8;

/** A colour that stays with an id, which is a number or a UUID. */
export function tint(id) {
  const number = Number(id);
  return Math.abs(Number.isNaN(number) ? Number.parseInt(String(id).slice(0, 8), 16) || 0 : number) % TINTS;
}

/** Up to two letters, whole graphemes, so that emoji and Devanagari come out unbroken. */
export function initials(name) {
  const words = name.trim().split(/\s+/).filter((word) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word));
  const letters = words.map((word) => firstGrapheme(word.replace(/^[^\p{L}\p{N}\p{Extended_Pictographic}]+/u, "")));
  const chosen = letters.length > 1 ? [letters[0], letters.at(-1)] : letters;
  return chosen.join("").toLocaleUpperCase() || "?";
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

function firstGrapheme(word) {
  const [first] = graphemes.segment(word);
  return first ? first.segment : "";
}

/** The round picture of a person or chat. */
export function avatar(id, name, { size = "", bot = false } = {}) {
  return h("span", { class: `avatar ${size} ${bot ? "bot" : `tint-${tint(id)}`}`, "aria-hidden": "true" },
    bot ? icon("equal") : initials(name));
}

/** A person's full name as Telegram shows it. */
export function fullName(person) {
  if (!person) return "Somebody";
  return [person.first_name, person.last_name].filter(Boolean).join(" ") || person.title || "Somebody";
}
