/** What one currency is worth in another, as it is told: who says so, and of which day. */
import { date, fromTheLeft, money, rateNumber, say } from "../words.js";

const OLD_DAYS = 60;
const DAY_MS = 86_400_000;
/** What a conversion leaves in a note, the same in every language: "30.00 EUR, 1 EUR = 90.5 INR (ECB 2026-03-04)". */
const CONVERTED = /([\d.]+) ([A-Z]{3}), 1 ([A-Z]{3}) = ([\d.]+) ([A-Z]{3}) \((ECB )?(\d{4}-\d{2}-\d{2})\)/g;

/** "1 EUR = 90.5 INR". @param {{currency: string, value: string}} rate */
export function equation({ currency, value }, home) {
  return fromTheLeft(say("1 {base} = {value} {quote}", { base: currency, value: rateNumber(value), quote: home }));
}

/** The same with its source, as a conversion names it. @param {{currency: string, value: string, source: string, on: string}} rate */
export function rateTold(rate, home) {
  const told = { rate: equation(rate, home), date: date(rate.on) };
  if (rate.source === "own") return say("{rate} (set here, {date})", told);
  return isOld(rate) ? say("{rate} (European Central Bank, {date}: that is old)", told) : say("{rate} (European Central Bank, {date})", told);
}

/** A note with what conversions left in it as the reader writes amounts and days. */
export function noteTold(note) {
  return note.replace(CONVERTED, (_all, amount, of, currency, value, home, bank, on) => {
    const told = { rate: equation({ currency, value }, home), date: date(on) };
    return say("{before}, {rate}", { before: money(amount, of), rate: bank ? say("{rate} (European Central Bank, {date})", told) : say("{rate} (set here, {date})", told) });
  });
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
