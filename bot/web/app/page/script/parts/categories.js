/** What categories look like and are called; a group's book has those that the bot knows in its own language. */
import { h } from "../../drawing/dom.js";
import { get } from "../api.js";
import { language, say } from "../words.js";

const PICTURES = { food: "🍲", groceries: "🛒", transport: "🚕", travel: "✈️", home: "🏠", fun: "🎉", health: "💊", gifts: "🎁" };
const NAMES = {
  food: () => say("food"), groceries: () => say("groceries"), transport: () => say("transport"),
  travel: () => say("travel"), home: () => say("home"), fun: () => say("fun"), health: () => say("health"),
  gifts: () => say("gifts"),
};

/** Those that the bot guesses from a description's words. */
export const KNOWN = Object.keys(PICTURES);

/** What the group shown calls each of them. */
let words = {};
let wordsOf = null;

/** Learn a group's words; nothing is asked where it speaks as its reader does. */
export async function learnCategories(groupLanguage) {
  const spoken = groupLanguage ?? "en";
  if (wordsOf === spoken) return;
  if (spoken === language()) {
    words = Object.fromEntries(KNOWN.map((kind) => [kind, NAMES[kind]()]));
  } else {
    const { strings } = await get(`app/strings/${spoken}`, { signed: false });
    words = Object.fromEntries(KNOWN.map((kind) => [kind, strings[kind]]));
  }
  words = Object.fromEntries(Object.entries(words).map(([kind, word]) => [kind, word.replace(/[\u2066-\u2069\u200e\u200f]/g, "")]));
  wordsOf = spoken;
}

/** Which of those the bot knows a category is, itself where it is none of them. */
function kindOf(category) {
  const written = category.toLocaleLowerCase();
  return KNOWN.find((kind) => kind === written || words[kind]?.toLocaleLowerCase() === written) ?? category;
}

/** A known category as the group's book has it. */
export function inBook(kind) {
  return words[kind] ?? kind;
}

export function isKnown(category) {
  return KNOWN.includes(kindOf(category));
}

/** Whether two are the same category, in whatever language each is said. */
export function isSame(one, other) {
  return one !== null && other !== null && kindOf(one) === kindOf(other);
}

export function categoryName(category) {
  return category ? NAMES[kindOf(category)]?.() ?? category : say("other");
}

export function categoryPicture(category) {
  return PICTURES[category && kindOf(category)] ?? "🧾";
}

/** The square picture at the beginning of an entry's row. */
export function entryTile(entry) {
  const picture = entry.kind === "payment" ? "🤝" : entry.kind === "refund" ? "↩️" : categoryPicture(entry.category);
  return h("span", { class: "tile emoji", "aria-hidden": "true" }, picture);
}
