/** What was recorded without a connection, and waits here: shown until it is sent. */
import { h, iconButton } from "../../drawing/dom.js";
import { go } from "../places.js";
import { unsent } from "../unsent.js";
import { money, say } from "../words.js";
import { card, row } from "./rows.js";

export function waitingRows(group) {
  const writes = unsent.of(group);
  if (!writes.length) return null;
  return card(say("Not sent yet"), writes.map((write) => row({
    start: h("span", { class: "tile emoji", "aria-hidden": "true" }, write.refusal ? "⚠️" : "🕓"),
    title: write.about.title || say("An entry"),
    small: write.refusal ? h("span", { class: "refusal" }, write.refusal.message) : amountOf(write),
    end: [
      write.refusal && write.about.page ? iconButton("edit", say("Change"), () => reopen(write)) : null,
      iconButton("close", say("Throw away"), () => unsent.drop(write.key)),
    ],
    class: "plain",
  })));
}

function amountOf({ about }) {
  return about.amount ? money(about.amount, about.currency) : null;
}

/** Go back to the form it came from, filled as it was, with what was said against it. */
function reopen(write) {
  unsent.drop(write.key);
  go(write.about.page, { group: write.about.group, ...write.about.place, refused: write });
}
