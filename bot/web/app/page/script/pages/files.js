/** The book as a file to take along, and files of other apps to bring in. */
import { fill, h, icon } from "../../drawing/dom.js";
import { post } from "../api.js";
import { define, Page } from "../page.js";
import { download } from "../parts/downloading.js";
import { below, card, row } from "../parts/rows.js";
import { go } from "../places.js";
import { attempt } from "../toasts.js";
import { say } from "../words.js";

const KINDS = { xlsx: () => say("To look at, in a spreadsheet"), csv: () => say("To take along, and to bring in again"), json: () => say("The same, for programs") };

class FilesPage extends Page {
  paths() {
    return { settings: `groups/${this.group}/settings` };
  }

  draw() {
    fill(this, h("header", { class: "page-head" }, h("h1", {}, say("The whole book as a file"))),
      card(null, Object.entries(KINDS).map(([kind, words]) => row({ start: h("span", { class: "tile" }, icon("download")), title: kind.toUpperCase(), small: words(),
        onclick: () => attempt(() => download(`groups/${this.group}/export`, `?format=${kind}`)) }))),
      this.#bringIn(), below(say("In the chat, /export sends the same file, and /import brings one in.")));
  }

  #bringIn() {
    const picker = h("input", { type: "file", hidden: true, onchange: async () => {
      const [file] = picker.files;
      if (file) await attempt(() => this.#upload(file));
      picker.value = "";
    } });
    return [card(null, row({ start: h("span", { class: "tile" }, icon("document")), title: say("Bring a file of another app in"), chevron: true,
      onclick: () => picker.click() })), picker];
  }

  async #upload(file) {
    const form = new FormData();
    form.set("file", file);
    const found = await post(`groups/${this.group}/imports`, form, { headers: { "Idempotency-Key": crypto.randomUUID() } });
    go("import", { group: this.group, found });
  }
}

export const tag = define("files-page", FilesPage);
