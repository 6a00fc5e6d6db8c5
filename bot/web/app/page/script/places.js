/** Where one is: a stack of places, each a page and what it shows; Telegram's Back goes down it. */
import { find } from "../drawing/dom.js";
import { showBack, showMain } from "./telegram.js";

/** How each page is loaded, by name: told once, so that pages lead to each other without importing each other. */
let pages = {};

/** Learn the pages there are. @param {Object<string, () => Promise<{tag: string}>>} loaders by name */
export function learnPages(loaders) {
  pages = loaders;
}

/** @typedef {{page: string, group?: string, [what: string]: *}} Place */

/** @type {{place: Place, scroll: number}[]} */
const stack = [];
let showing = 0;

/** The place shown. */
export function here() {
  return stack.at(-1)?.place;
}

/** Begin anew at a place, with others below it to go back to. */
export function startAt(...places) {
  stack.splice(0, stack.length, ...places.map((place) => ({ place, scroll: 0 })));
  return show("fade");
}

/** Go on to a place. */
export function go(page, what = {}) {
  const now = stack.at(-1);
  if (now) now.scroll = scrollY;
  stack.push({ place: { page, ...what }, scroll: 0 });
  return show("forward");
}

/** Another place instead of this one: back leads past it. */
export function goInstead(page, what = {}) {
  stack.pop();
  stack.push({ place: { page, ...what }, scroll: 0 });
  return show("forward");
}

/** Back to where one came from; `levels` more than one skips what lies between. */
export function back(levels = 1) {
  if (stack.length <= 1) return undefined;
  stack.splice(Math.max(1, stack.length - levels));
  return show("back");
}

async function show(way) {
  const turn = ++showing;
  const { place, scroll } = stack.at(-1);
  const { tag } = await pages[place.page]();
  if (turn !== showing) return;
  for (const sheet of document.querySelectorAll("dialog")) sheet.close();
  const page = document.createElement(tag);
  page.place = place;
  page.dataset.way = way;
  showMain(null);
  showBack(stack.length > 1 ? () => (find("#place").firstElementChild?.back ?? back)() : null);
  find("#place").replaceChildren(page);
  await page.drawn;
  if (turn !== showing) return;
  scrollTo(0, scroll);
  nameAloud(page);
}

/** Whoever has pages read out is told where they are, unless the page has set the focus itself. */
function nameAloud(page) {
  if (document.activeElement !== document.body) return;
  const heading = page.querySelector("h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
}
