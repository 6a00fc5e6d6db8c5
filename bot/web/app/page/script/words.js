/** The person's language: sentences of the bot's own catalogues, money, numbers and days by Intl. */

const MINUS = "\u2212";
const SMALLEST_SHARE = 0.01;
const words = { strings: {}, currencies: {}, languages: {}, locale: "en", language: "en", direction: "ltr" };
let plurals = new Intl.PluralRules("en");

/** Speak what `GET /api/app/strings/:language` returned. */
export function speak(spoken) {
  Object.assign(words, spoken);
  plurals = new Intl.PluralRules(words.locale);
  formats.clear();
  document.documentElement.lang = words.locale;
  document.documentElement.dir = words.direction;
}

export function language() {
  return words.language;
}

/** Those that can be chosen, by code, as each calls itself. */
export function languages() {
  return words.languages;
}

/** The person's locale with the digits that the bot writes. */
function locale() {
  return `${words.locale}-u-nu-latn`;
}

/**
 * A message in the person's language, its placeholders filled.
 *
 * @param {string} message the English one, which is its key
 * @param {Object<string, *>} [params]
 */
export function say(message, params = {}) {
  return filled(words.strings[message] ?? message, params);
}

/** The message in the form that goes with a number, which it may name as `{count}`. */
export function sayCount(singular, plural, count, params = {}) {
  const forms = words.strings[plural] ?? { one: singular, other: plural };
  const form = forms[plurals.select(count)] ?? forms.other;
  return filled(form, { count: number(count), ...params });
}

function filled(message, params) {
  // `dir="auto"` goes by the first letter of all, of whatever is isolated as well (HTML, 3.2.6.4).
  const begun = words.direction === "rtl" && /^[\u2068{]/.test(message) ? `\u200f${message}` : message;
  return begun.replace(/\{(\w+)\}/g, (whole, name) => (name in params ? isolated(String(params[name])) : whole));
}

/** What runs the other way keeps to itself (UAX #9): behind an Arabic name ": ₹500" would stand before it. */
function isolated(text) {
  return words.direction === "ltr" && /[\u0590-\u08ff\ufb1d-\ufefc]/.test(text) ? `\u2068${text}\u2069` : text;
}

const formats = new Map();

function format(kind, options) {
  const key = `${kind.name}${JSON.stringify(options)}`;
  if (!formats.has(key)) formats.set(key, new kind(locale(), options));
  return formats.get(key);
}

export function number(value) {
  return format(Intl.NumberFormat, { maximumFractionDigits: 6 }).format(value);
}

/** What one currency is worth in another, with as many digits as anybody reads. */
export function rateNumber(value) {
  return format(Intl.NumberFormat, { maximumSignificantDigits: 6 }).format(value);
}

/** A part of a whole in percent; what is too little to be told as one is less than one: "<1%". */
export function percent(share) {
  const told = (part) => format(Intl.NumberFormat, { style: "percent", maximumFractionDigits: 0 }).format(part);
  return share > 0 && share < SMALLEST_SHARE ? fromTheLeft(`<${told(SMALLEST_SHARE)}`) : told(share);
}

/** The decimals that a currency has (ISO 4217). */
export function decimalsOf(currency) {
  return words.currencies[currency] ?? 2;
}

export function currencies() {
  return Object.keys(words.currencies);
}

/** A currency's name: "Indian Rupee". */
export function currencyName(currency) {
  return format(Intl.DisplayNames, { type: "currency" }).of(currency);
}

/** The sign that stands beside a currency's amounts. */
export function currencySign(currency) {
  const parts = moneyFormat(currency, 0).formatToParts(0);
  return wholeSign(parts.find((part) => part.type === "currency")?.value ?? currency);
}

function moneyFormat(currency, decimals) {
  return format(Intl.NumberFormat, { style: "currency", currency, currencyDisplay: "symbol",
    minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/**
 * An amount as the bot writes it: "₹1,900", "₹1,900.50", "−₹5".
 *
 * @param {string|number} amount a decimal; as a string it is never rounded
 */
export function money(amount, currency) {
  const text = plainDecimal(amount);
  const size = text.replace("-", "");
  return told(size, currency, text.startsWith("-") && Number(size) !== 0 ? MINUS : "");
}

/** An amount with its sign: "+₹2,500", "−₹600", "₹0". */
export function net(amount, currency) {
  return Number(amount) > 0 ? told(plainDecimal(amount), currency, "+") : money(amount, currency);
}

/** An amount within a sentence, which no end of a line takes its sign from (UAX #14 lets "−" and "₹" part). */
export function unbroken(amount) {
  return amount.replace(/[+\u2212]/, "$&\u2060");
}

/** An amount without its currency, as one types it: "1,900.50". */
export function amountText(amount, currency) {
  const text = plainDecimal(amount);
  const decimals = decimalsShown(text, currency);
  return format(Intl.NumberFormat, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(text);
}

/** An amount as the keys type it: with all of the currency's decimals, where it has any. */
export function typedAmount(amount, currency) {
  const [whole, fraction] = plainDecimal(amount).split(".");
  return fraction ? `${whole}.${fraction.padEnd(decimalsOf(currency), "0")}` : whole;
}

/** What stands before the decimals here: "." or ",". */
export function decimalMark() {
  return format(Intl.NumberFormat, {}).formatToParts(1.5).find((part) => part.type === "decimal").value;
}

/** The decimals that are worth showing: none of a whole amount. */
function decimalsShown(size, currency) {
  return Number(size.split(".")[1] ?? 0) === 0 ? 0 : decimalsOf(currency);
}

function told(size, currency, sign) {
  const parts = moneyFormat(currency, decimalsShown(size, currency)).formatToParts(size);
  if (words.direction === "ltr") return `${sign}${parts.map(({ value }) => value).join("")}`;
  // Between Arabic letters a sign would wander behind its digits.
  const written = parts.map(({ type, value }) => (type === "currency" ? wholeSign(value) : value)).join("");
  return fromTheRight(sign ? `\u200e${sign}${written.replace(/^\u200f/, "")}` : written);
}

/** A currency's sign that does not come apart: from right to left "US$" would become "$US". */
function wholeSign(sign) {
  return words.direction === "rtl" && /[A-Za-z]/.test(sign) ? `\u200f${sign}\u200e` : sign;
}

/** What runs from left to right in every language, as an equation does, keeps to itself likewise. */
export function fromTheLeft(text) {
  return words.direction === "rtl" ? `\u2066${text}\u2069` : text;
}

/** Where the page runs from right to left, what does as well keeps to itself beside anything else. */
function fromTheRight(text) {
  return words.direction === "rtl" ? `\u2067${text}\u2069` : text;
}

/** A number that came as JSON, never as "1e21". */
function plainDecimal(amount) {
  return typeof amount === "string" ? amount : amount.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 6 });
}

/** "Asha, Bob and Chen". */
export function together(names) {
  return format(Intl.ListFormat, { type: "conjunction" }).format(names);
}

/** The first letter large, where the language has such letters. */
export function capital(text) {
  const [first = ""] = text;
  return first.toLocaleUpperCase(words.locale) + text.slice(first.length);
}

const DAY_MS = 86_400_000;

/** Today's date in a time zone, as ISO writes it. */
export function today(zone) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(new Date());
}

/** "Today", "Yesterday", else the date, with its year where it is not this one. */
export function dayName(iso, zone) {
  const now = today(zone);
  const days = Math.round((Date.parse(iso) - Date.parse(now)) / DAY_MS);
  if (days === 0 || days === -1) {
    return capital(format(Intl.RelativeTimeFormat, { numeric: "auto" }).format(days, "day"));
  }
  const sameYear = iso.slice(0, 4) === now.slice(0, 4);
  return date(iso, sameYear ? { weekday: "short", day: "numeric", month: "long" }
    : { day: "numeric", month: "long", year: "numeric" });
}

/** A date that has no time: `iso` is "2024-02-16". */
export function date(iso, options = { dateStyle: "medium" }) {
  return fromTheRight(format(Intl.DateTimeFormat, { timeZone: "UTC", ...options }).format(new Date(`${iso.slice(0, 10)}T00:00Z`)));
}

/** A month: "2024-02" is "February 2024". */
export function month(iso, options = { month: "long", year: "numeric" }) {
  return capital(date(`${iso.slice(0, 7)}-01`, options));
}

/** A moment on a zone's wall clock. */
export function moment(iso, zone) {
  return fromTheRight(whole(format(Intl.DateTimeFormat, { timeZone: zone, dateStyle: "medium", timeStyle: "short" }).formatToParts(new Date(iso))));
}

/** A day of the week by its number, 0 for Monday. */
export function weekday(day, width = "long") {
  return capital(format(Intl.DateTimeFormat, { timeZone: "UTC", weekday: width }).format(new Date(Date.UTC(2024, 0, 1 + day))));
}

/** A wall clock's time, "09:00", as it is written here. */
export function clockTime(at) {
  return whole(format(Intl.DateTimeFormat, { timeZone: "UTC", timeStyle: "short" }).formatToParts(new Date(`2024-01-01T${at}Z`)));
}

/** A time that keeps its "am" in its line. */
function whole(parts) {
  const besideHalf = (at) => [parts[at - 1], parts[at + 1]].some((part) => part?.type === "dayPeriod");
  return parts.map(({ type, value }, at) => (type === "literal" && besideHalf(at) ? value.replace(" ", "\u00a0") : value)).join("");
}
