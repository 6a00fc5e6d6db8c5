/** The entries that something on another page stands for: a category's, a person's, a month's. */
import { fill, h } from "../../drawing/dom.js";
import { define, Page } from "../page.js";
import "../parts/entry-list.js";

class EntriesPage extends Page {
  paths() {
    return { settings: `groups/${this.group}/settings` };
  }

  refresh() {
    this.list?.read();
    return super.refresh();
  }

  draw({ settings }) {
    const { title, small, filter } = this.place;
    this.list = h("entry-list");
    fill(this, h("header", { class: "page-head" }, h("span", {}, h("h1", { dir: "auto" }, title), small ? h("p", {}, small) : null)), this.list);
    this.list.show(this.group, settings.timezone, filter);
  }
}

export const tag = define("entries-page", EntriesPage);
