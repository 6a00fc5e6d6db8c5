/** The picture that an entry came with: fetched when it is seen, and kept by the browser for a day. */
import { fill, h } from "../../drawing/dom.js";
import { Refused, request, Unreachable } from "../api.js";
import { say } from "../words.js";

class EntryPicture extends HTMLElement {
  #address = null;

  /**
   * @param {string} entry its id @param {"photo"|"document"} kind what the chat's message brought along
   * @param {number} version the entry's: another one may have another picture
   */
  show(entry, kind, version) {
    Object.assign(this, { entry, kind, version });
    this.#load();
  }

  async #load() {
    fill(this, h("div", { class: "picture-waiting", "aria-hidden": "true" }));
    try {
      const response = await request(`entries/${this.entry}/picture?version=${this.version}`, { cache: "default" });
      if (!response.ok) throw new Refused(response.status, (await response.json().catch(() => null))?.error);
      const content = await response.blob();
      this.#forget();
      this.#address = URL.createObjectURL(content);
      this.#draw();
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
      this.#fail(error);
    }
  }

  #draw() {
    const picture = h("img", { src: this.#address, alt: say("The picture of the receipt"), decoding: "async" });
    const button = h("button", { type: "button", class: "picture", "aria-expanded": "false", "aria-label": say("The picture of the receipt"), onclick: () =>
      button.setAttribute("aria-expanded", String(this.classList.toggle("whole"))) }, picture);
    picture.addEventListener("error", () => this.#fail(new Refused(404)));
    fill(this, button);
  }

  #fail(error) {
    const passes = error instanceof Unreachable || error.isPassing;
    fill(this, h("p", { class: "note" }, error instanceof Unreachable ? say("There is no connection just now.") : error.isPassing ? error.message
      : error.status === 422 ? say("The picture is too large to be shown here; it is in the chat.")
        : this.kind === "document" ? say("A file came with it; it is in the chat.") : say("The picture can't be had any more.")),
    passes ? h("button", { type: "button", class: "button small", onclick: () => this.#load() }, say("Try again")) : null);
  }

  #forget() {
    if (this.#address) URL.revokeObjectURL(this.#address);
  }

  /** Drawing the page anew takes it out and puts it back. */
  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#forget());
  }
}

customElements.define("entry-picture", EntryPicture);
