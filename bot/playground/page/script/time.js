/** Times and days as people say them, and the clock that can be moved. */
import { fill, h, icon } from "/app/drawing/dom.js";

const DAY_MS = 86_400_000;
const locale = navigator.language;

/** The zone in which the playground's wall clock runs; the browser's until the server names one. */
let zone;

/** Show all times in a zone (IANA name); an unknown one leaves the browser's. */
export function useZone(name) {
  try {
    new Intl.DateTimeFormat(locale, { timeZone: name });
    zone = name;
  } catch {
    zone = undefined;
  }
}

function format(date, options) {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(date);
}

/** Hour and minute of a message; `seconds` is Telegram's Unix time. */
export function timeOf(seconds) {
  return format(new Date(seconds * 1000), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** A key that two moments of one day share. */
export function dayKey(seconds) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(new Date(seconds * 1000));
}

/** "Today", "Yesterday", a weekday of this week, else the date. */
export function dayName(seconds, now) {
  const key = dayKey(seconds);
  if (key === dayKey(now / 1000)) return "Today";
  if (key === dayKey((now - DAY_MS) / 1000)) return "Yesterday";
  const date = new Date(seconds * 1000);
  const sameYear = key.slice(0, 4) === dayKey(now / 1000).slice(0, 4);
  return format(date, { weekday: "long", day: "numeric", month: "long", year: sameYear ? undefined : "numeric" });
}

/** As short as a list needs it: the time today, the weekday this week, else the date. */
export function shortMoment(seconds, now) {
  if (dayKey(seconds) === dayKey(now / 1000)) return timeOf(seconds);
  const date = new Date(seconds * 1000);
  if (now - seconds * 1000 < 6 * DAY_MS) return format(date, { weekday: "short" });
  return format(date, { day: "numeric", month: "short" });
}

/** The full moment, for hovering over a time. */
export function fullMoment(seconds) {
  return format(new Date(seconds * 1000), { dateStyle: "full", timeStyle: "medium" });
}

/** The clock of the playground with its buttons: what is due comes when the clock passes it. */
export class ClockView {
  /**
   * @param {import("./store.js").Store} store
   * @param {(step: "day"|"monday") => Promise<void>} skip
   */
  constructor(store, skip) {
    this.store = store;
    this.skip = skip;
    this.faces = new Set();
    setInterval(() => this.show(), 5000);
  }

  /** Put a clock into an element; it stays current until the element leaves the page. */
  into(element) {
    const face = h("b");
    this.faces.add(face);
    fill(element,
      h("div", { class: "clock-now" }, icon("clock"), face),
      h("div", { class: "clock-skips" }, this.#button("day", "Skip a day"),
        this.#button("monday", "To Monday 09:00")));
    this.show();
    return element;
  }

  #button(step, label) {
    const button = h("button", { type: "button", class: "button", onclick: async () => {
      button.disabled = true;
      try {
        await this.skip(step);
      } finally {
        button.disabled = false;
      }
    } }, label);
    return button;
  }

  show() {
    const words = format(this.store.now(), { weekday: "short", day: "numeric", month: "short", year: "numeric",
      hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    for (const face of this.faces) {
      if (face.isConnected || !face.textContent) face.textContent = words;
      else this.faces.delete(face);
    }
  }
}
