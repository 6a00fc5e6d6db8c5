/** Who changed what, newest first; what was deleted can be reached from here. */
import { fill, h } from "../../drawing/dom.js";
import { get } from "../api.js";
import { define, Page } from "../page.js";
import { entryTile } from "../parts/categories.js";
import { entryTitle } from "../parts/entry-rows.js";
import { row } from "../parts/rows.js";
import { nameOf } from "../names.js";
import { go } from "../places.js";
import { moment, money, say } from "../words.js";

const MOST = 100;

class LogPage extends Page {
  paths() {
    return { settings: `groups/${this.group}/settings`, newest: `groups/${this.group}/changes?limit=1` };
  }

  /** The log is told from its beginning, so that its end is known first. */
  async read() {
    const data = await super.read();
    const after = Math.max(0, data.newest.last - MOST);
    return { ...data, log: await get(`groups/${this.group}/changes?after=${after}&limit=${MOST}`) };
  }

  draw({ settings, log }) {
    const changes = [...log.changes].sort((one, other) => other.change - one.change);
    fill(this, h("header", { class: "page-head" }, h("h1", {}, say("Who changed what"))),
      changes.length ? h("div", { class: "card card-block" }, changes.map((one) => row({
        start: entryTile(one.entry), title: told(one), small: `${money(one.entry.amount, one.entry.currency)} · ${moment(one.at, settings.timezone)}`,
        onclick: () => go("entry", { group: this.group, entry: one.entry.id }) })))
        : h("p", { class: "nothing" }, say("Nothing is recorded yet.")));
  }
}

function told({ action, by, entry }) {
  const title = entryTitle(entry);
  const name = by ? nameOf(by.id, by.name) : "";
  switch (action) {
    case "edit": return say("{name} changed {title}", { name, title });
    case "delete": return say("{name} deleted {title}", { name, title });
    case "restore": return say("{name} restored {title}", { name, title });
    default: return say("{name} recorded {title}", { name, title });
  }
}

export const tag = define("log-page", LogPage);
