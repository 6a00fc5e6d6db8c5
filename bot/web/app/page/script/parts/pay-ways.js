/** How somebody can be paid: copied with one press, opened, or scanned. */
import { fill, h, iconButton } from "../../drawing/dom.js";
import { openAddress } from "../telegram.js";
import { say } from "../words.js";
import { copyButton } from "./copying.js";
import { qrPicture } from "./qr-picture.js";
import { card, row } from "./rows.js";

export const SCHEMES = { upi: "UPI", iban: "IBAN", pix: "PIX", promptpay: "PromptPay", link: null };

export function schemeName(scheme) {
  return SCHEMES[scheme] ?? say("Link");
}

/** @param {{scheme: string, value: string, url?: string, code?: string[]}[]} info */
export function payWays(name, info) {
  return card(say("How to pay {name}", { name }), info.map((way) => {
    const code = h("div", { class: "pay-code", hidden: true });
    return [row({ title: h("bdi", { class: "pay-value" }, way.value), small: schemeName(way.scheme), class: "plain", end: [
      way.code ? iconButton("code", say("Show the code"), () => {
        fill(code, qrPicture(way.code, say("Scan it with your bank's or payment app.")));
        code.hidden = !code.hidden;
      }) : null,
      way.url ? iconButton("link", say("Open"), () => openAddress(way.url)) : null,
      copyButton(way.value),
    ] }), code];
  }));
}
