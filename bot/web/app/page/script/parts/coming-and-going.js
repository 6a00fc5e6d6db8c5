/** A group comes into a chat; somebody leaves it. */
import { h } from "../../drawing/dom.js";
import { change, post } from "../api.js";
import { me } from "../person.js";
import { startAt } from "../places.js";
import { feel, openAddress } from "../telegram.js";
import { attempt, toast } from "../toasts.js";
import { say } from "../words.js";
import { copyButton } from "./copying.js";
import { below, card, row } from "./rows.js";
import { confirm, openSheet } from "./sheet.js";

/** Have Telegram ask which chat takes the group's book over. */
export async function takeIntoChat(group) {
  const made = await attempt(() => post(`groups/${group}/startgroup`, undefined, { headers: { "Idempotency-Key": crypto.randomUUID() } }));
  if (!made) return;
  if (!made.url) return toast(say("I am not connected to Telegram just now."));
  openSheet(say("Take it into a chat"), (close, showMain) => {
    showMain({ text: say("Choose the chat"), press: () => {
      close();
      openAddress(made.url);
    } });
    return [
      below(say("I am added to a chat of yours, and its book is this one from then on. Nothing may have been recorded there yet.")),
      card(null, row({ title: h("bdi", { class: "pay-value" }, made.url), small: say("Or send somebody this link: it is good for a day."), class: "plain", end: copyButton(made.url) })),
    ];
  });
}

/** Leave a group, which only lets go whoever is square. */
export async function leaveGroup(group, { name, inChat }) {
  const words = inChat ? say("You share nothing there any more. Write to me in its chat, and you are back.") : say("You see it no more. An admin can have you back.");
  if (!(await confirm(say("Leave {name}?", { name }), say("Leave"), { danger: true, small: words }))) return;
  await attempt(async () => {
    await change("DELETE", `groups/${group}/members/${me()}`);
    feel("success");
    await startAt({ page: "home" });
  });
}
