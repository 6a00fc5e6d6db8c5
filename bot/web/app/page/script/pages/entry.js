/** One entry: who paid, who shares, and everything that happened to it. */
import { avatar } from "../../drawing/avatars.js";
import { fill, h } from "../../drawing/dom.js";
import { change, once, post } from "../api.js";
import { define, Page } from "../page.js";
import { plain } from "../parts/amounts.js";
import { categoryName, categoryPicture } from "../parts/categories.js";
import { dayOf, entryTitle } from "../parts/entry-rows.js";
import { conversionRow } from "../parts/entry-conversion.js";
import "../parts/entry-picture.js";
import { historyRows } from "../parts/history.js";
import { noteTold } from "../parts/rates.js";
import { card, row } from "../parts/rows.js";
import { confirm } from "../parts/sheet.js";
import { youOr } from "../names.js";
import { go } from "../places.js";
import { feel, showMain } from "../telegram.js";
import { attempt } from "../toasts.js";
import { dayName, money, say } from "../words.js";

class EntryPage extends Page {
  paths() {
    return { settings: `groups/${this.group}/settings`, entry: `entries/${this.place.entry}`, history: `entries/${this.place.entry}/history` };
  }

  draw({ settings, entry, history }) {
    const isPayment = entry.kind === "payment";
    showMain(!entry.mayChange ? null : entry.deleted
      ? { text: say("Restore"), press: () => this.#restore(entry) }
      : { text: say("Change"), press: () => (isPayment ? go("settle", { group: this.group, entry: entry.id })
        : go("expense", { group: this.group, entry: entry.id })) });
    fill(this,
      h("header", { class: "entry-head" },
        h("span", { class: "entry-picture", "aria-hidden": "true" }, isPayment ? "🤝" : categoryPicture(entry.category)),
        h("h1", { dir: "auto", class: entry.deleted ? "gone" : "" }, entryTitle(entry)),
        h("p", { class: "entry-amount" }, entry.kind === "refund" ? say("{amount} came back", { amount: money(entry.amount.replace("-", ""), entry.currency) })
          : money(entry.amount, entry.currency)),
        h("p", { class: "entry-when" }, `#${entry.number} · ${dayName(dayOf(entry), settings.timezone)}`,
          isPayment ? null : ` · ${categoryName(entry.category)}`)),
      entry.deleted ? h("p", { class: "notice" }, say("This entry is deleted: it counts no more.")) : null,
      isPayment ? null : card(entry.kind === "refund" ? say("Came back to") : say("Paid by"), entry.payers.map((one) => personRow(one, entry.currency))),
      isPayment ? null : card(say("Shared by"), entry.splits.map((one) => personRow(one, entry.currency))),
      entry.attachment ? card(say("Receipt"), this.#picture(entry)) : null,
      entry.note ? card(say("Note"), h("p", { class: "note", dir: "auto" }, noteTold(entry.note))) : null,
      card(say("What happened"), historyRows(history, settings.timezone)),
      entry.mayChange && !entry.deleted ? card(null, conversionRow(this, { entry, history, home: settings.currency }), row({ title: say("Delete"), class: "danger", onclick: () => this.#delete(entry) })) : null,
      entry.mayChange ? null : h("p", { class: "below" }, say("Only who wrote it, who paid it or an admin can change it.")));
  }

  /** The same one however often the page is drawn: it has been fetched. */
  #picture({ id, attachment, version }) {
    if (this.picture?.version !== version) {
      this.picture = h("entry-picture");
      this.picture.show(id, attachment, version);
    }
    return this.picture;
  }

  #path(entry) {
    return entry.kind === "payment" ? `settlements/${entry.id}` : `expenses/${entry.id}`;
  }

  async #delete(entry) {
    if (!(await confirm(say("Delete this entry?"), say("Delete"), { danger: true }))) return;
    await attempt(async () => {
      await change("DELETE", this.#path(entry), undefined, once());
      feel("success");
      await this.refresh();
    });
  }

  async #restore(entry) {
    await attempt(async () => {
      await post(`${this.#path(entry)}/restore`, undefined, once());
      feel("success");
      await this.refresh();
    });
  }
}

function personRow(one, currency) {
  const name = one.name ?? one.user?.name ?? "?";
  return row({ start: avatar(one.userId, name, { size: "small" }), title: youOr(one.userId, name), end: plain(one.amount, currency) });
}

export const tag = define("entry-page", EntryPage);
