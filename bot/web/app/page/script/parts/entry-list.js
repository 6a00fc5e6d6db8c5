/** A group's entries, newest first, searched and read on as one scrolls. */
import { fill, h, icon } from "../../drawing/dom.js";
import { untouched } from "../../drawing/touch.js";
import { get } from "../api.js";
import { attempt } from "../toasts.js";
import { go } from "../places.js";
import { say } from "../words.js";
import { entryRows } from "./entry-rows.js";

const AT_ONCE = 30;
const SEARCH_AFTER_MS = 250;

class EntryList extends HTMLElement {
  #entries = [];
  #cursor = null;
  #told = "";
  #turn = 0;

  /**
   * Show a group's entries.
   *
   * @param {Object<string, string>} [filter] of the API's: from, to, category, guessed, userId
   */
  show(group, zone, filter = {}) {
    Object.assign(this, { group, zone, filter });
    this.#build();
    this.read();
  }

  #build() {
    this.field = h("input", { type: "search", class: "search", placeholder: say("Search"), "aria-label": say("Search"),
      enterkeyhint: "search", autocomplete: "off", dir: "auto", oninput: () => this.#searchSoon() });
    this.list = h("div", { class: "entries" });
    this.end = h("div", { class: "entries-end" });
    fill(this, h("div", { class: "search-box" }, icon("search"), this.field), this.list, this.end);
    this.watcher = new IntersectionObserver(([seen]) => seen.isIntersecting && this.#readOn(), { rootMargin: "600px" });
    this.watcher.observe(this.end);
  }

  disconnectedCallback() {
    this.watcher?.disconnect();
  }

  #searchSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.read(), SEARCH_AFTER_MS);
  }

  #path(cursor, limit) {
    const query = new URLSearchParams({ limit: String(limit), ...this.filter });
    if (this.field.value.trim()) query.set("search", this.field.value.trim());
    if (cursor) query.set("cursor", cursor);
    return `groups/${this.group}/entries?${query}`;
  }

  /** Read from the newest on, as many as are shown. */
  async read() {
    const turn = ++this.#turn;
    const most = Math.min(100, Math.max(AT_ONCE, this.#entries.length));
    const answer = await attempt(() => get(this.#path(null, most)));
    await untouched();
    if (!answer || turn !== this.#turn) return;
    this.#entries = answer.entries;
    this.#cursor = answer.nextCursor;
    this.#draw();
  }

  async #readOn() {
    if (!this.#cursor || this.reading) return;
    const turn = this.#turn;
    this.reading = true;
    const answer = await attempt(() => get(this.#path(this.#cursor, AT_ONCE)));
    this.reading = false;
    if (!answer || turn !== this.#turn) return;
    this.#entries = [...this.#entries, ...answer.entries];
    this.#cursor = answer.nextCursor;
    this.#draw();
    // Where the end is still in sight, the observer has nothing new to tell.
    this.watcher.unobserve(this.end);
    this.watcher.observe(this.end);
  }

  #draw() {
    const told = JSON.stringify(this.#entries);
    if (told === this.#told && this.list.childElementCount) return;
    this.#told = told;
    if (this.#entries.length) {
      fill(this.list, entryRows(this.#entries, this.zone, (entry) => go("entry", { group: this.group, entry: entry.id })));
    } else {
      fill(this.list, h("p", { class: "nothing" }, this.field.value.trim()
        ? say("Nothing found.") : say("Nothing is recorded yet.")));
    }
  }
}

customElements.define("entry-list", EntryList);
