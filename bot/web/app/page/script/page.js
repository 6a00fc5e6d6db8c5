/** What every page has: it reads, draws, stays current while it is shown, and says what went wrong. */
import { fill, h } from "../drawing/dom.js";
import { untouched } from "../drawing/touch.js";
import { get, lastSeen, line, Refused, Unreachable } from "./api.js";
import { listen } from "./live.js";
import { learn } from "./names.js";
import { learnCategories } from "./parts/categories.js";
import { say } from "./words.js";

/**
 * A page as an element. A page gives `paths()`, what it reads, by name; `draw(data)`, which is called
 * with all of it, at first with what was read the last time; and may stay out of changes with `isForm`.
 */
export class Page extends HTMLElement {
  /** @type {import("./places.js").Place} */
  place = {};
  isForm = false;
  #told = "";
  #leaving = new AbortController();
  #reading = null;
  #again = false;

  constructor() {
    super();
    this.drawn = new Promise((resolve) => {
      this.isDrawn = resolve;
    });
  }

  get group() {
    return this.place.group;
  }

  /** Ends when the page is left. */
  get signal() {
    return this.#leaving.signal;
  }

  /** @returns {Object<string, string>} paths of the API by name */
  paths() {
    return {};
  }

  /** The path of what tells that something has changed here, null where nothing does. */
  stream() {
    return this.group ? `groups/${this.group}/events` : null;
  }

  connectedCallback() {
    this.classList.add("page");
    // A form begins with what is true now: it is not drawn again under somebody's fingers.
    const known = this.isForm ? null : this.#known();
    if (known) this.#show(known);
    else fill(this, h("div", { class: "waiting", "aria-hidden": "true" }, h("i"), h("i"), h("i"), h("i")));
    this.refresh();
    // Nothing else tells a page that says there is no connection that there is one.
    addEventListener("online", () => this.refresh(), { signal: this.signal });
    if (this.isForm) return;
    line.addEventListener("back", () => this.refresh(), { signal: this.signal });
    const stream = this.stream();
    if (stream) listen(stream, () => this.refresh(), this.signal);
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  /** Read everything again, and draw it where it has changed. */
  async refresh() {
    if (this.#reading) {
      this.#again = true;
      return this.#reading;
    }
    this.#reading = this.#read().finally(() => {
      this.#reading = null;
      if (this.#again && !this.signal.aborted) {
        this.#again = false;
        this.refresh();
      }
    });
    return this.#reading;
  }

  async #read() {
    try {
      const data = await this.read();
      if (data.settings) {
        learn(data.settings.members);
        await learnCategories(data.settings.language);
      }
      await untouched();
      if (!this.signal.aborted) this.#show(data);
    } catch (error) {
      if (this.signal.aborted) return;
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
      const known = error instanceof Unreachable && this.#known();
      const isGone = error instanceof Refused && [403, 404].includes(error.status);
      if (!this.#told && known) this.#show(known);
      else if (!this.#told || isGone) this.#fail(error);
    }
  }

  /** Read what `paths` names. */
  async read() {
    const paths = Object.entries(this.paths());
    const answers = await Promise.all(paths.map(([, path]) => get(path)));
    return Object.fromEntries(paths.map(([name], at) => [name, answers[at]]));
  }

  /** What was read the last time, where that is all that the page needs. */
  #known() {
    if (this.read !== Page.prototype.read) return null;
    const paths = Object.entries(this.paths());
    const data = paths.map(([name, path]) => [name, lastSeen(path)]);
    return data.every(([, one]) => one !== undefined) ? Object.fromEntries(data) : null;
  }

  #show(data) {
    const told = JSON.stringify(data);
    if (told === this.#told || (this.isForm && this.#told)) return;
    if (!this.#told) fill(this);
    this.#told = told;
    this.draw(data);
    this.isDrawn();
  }

  /** Draw it even though nothing that was read has changed. */
  async redraw() {
    await untouched();
    if (this.#told) this.draw(JSON.parse(this.#told));
  }

  #fail(error) {
    const words = error instanceof Unreachable ? say("There is no connection just now.") : error.message;
    fill(this, h("div", { class: "nothing" }, h("p", {}, words),
      h("button", { type: "button", class: "button", onclick: () => this.refresh() }, say("Try again"))));
    this.isDrawn();
  }
}

/** Give a page its element, and its module what the places look for. */
export function define(tag, page) {
  customElements.define(tag, page);
  return tag;
}
