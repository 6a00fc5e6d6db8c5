/** What one currency is worth in another, as it is told: who says so, and of which day. */
import { date, rateNumber, say } from "../words.js";

const OLD_DAYS = 60;
const DAY_MS = 86_400_000;

/** "1 EUR = 90.5 INR". @param {{currency: string, value: string}} rate */
export function equation({ currency, value }, home) {
  return say("1 {base} = {value} {quote}", { base: currency, value: rateNumber(value), quote: home });
}

/** The same with its source, as a conversion names it. @param {{currency: string, value: string, source: string, on: string}} rate */
export function rateTold(rate, home) {
  const told = { rate: equation(rate, home), date: date(rate.on) };
  if (rate.source === "own") return say("{rate} (set here, {date})", told);
  return isOld(rate) ? say("{rate} (European Central Bank, {date}: that is old)", told) : say("{rate} (European Central Bank, {date})", told);
}

/** Who says what a rate is, and when. */
export function sourceTold({ source, on }) {
  if (source === "own") return say("Set here, {date}", { date: date(on) });
  return isOld({ on }) ? say("European Central Bank, {date}: that is old", { date: date(on) }) : say("European Central Bank, {date}", { date: date(on) });
}

/** The reference rates come with the bot's installation, once a month or so. */
function isOld({ on }) {
  return Date.now() - Date.parse(on) > OLD_DAYS * DAY_MS;
}
