/** When something recurs: in words, and as rows to choose it by. */
import { fill, h } from "../../drawing/dom.js";
import { clockTime, date, say, sayCount, today, together, weekday } from "../words.js";

/** The widest month that every month has. */
const SURE_DAY = 28;
const OFTEN = {
  day: () => say("every day"), week: () => say("every week"), fortnight: () => sayCount("every {count} week", "every {count} weeks", 2),
  month: () => say("every month"), year: () => say("every year"),
};

/** @typedef {{every: string, interval: number, weekdays: number[], day: number|null, month: number|null, at: string, until: string|null}} Rule */

/** @param {Rule} rule */
export function ruleTold(rule) {
  const told = say("{often}, {time}", { often: often(rule), time: clockTime(rule.at) });
  return rule.until ? say("{rule}, until {date}", { rule: told, date: date(rule.until) }) : told;
}

function often({ every, interval: count, weekdays, day, month }) {
  switch (every) {
    case "day": return count === 1 ? say("every day") : sayCount("every {count} day", "every {count} days", count);
    case "week": case "fortnight": {
      const weeks = every === "fortnight" ? 2 * count : count;
      const days = together(weekdays.map((one) => weekday(one)));
      return weeks === 1 ? say("every {days}", { days }) : sayCount("every {count} week on {days}", "every {count} weeks on {days}", weeks, { days });
    }
    case "month": return say("{often} on {day}", { day: dayTold(day),
      often: count === 1 ? say("every month") : sayCount("every {count} month", "every {count} months", count) });
    default: return say("{often} on {day}", { day: date(`2024-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`, { day: "numeric", month: "long" }),
      often: count === 1 ? say("every year") : sayCount("every {count} year", "every {count} years", count) });
  }
}

function dayTold(day) {
  if (day === 31) return say("its last day");
  return day > SURE_DAY ? say("day {day}, or its last", { day }) : say("day {day}", { day });
}

/**
 * Rows to choose a rule by: how often, from which day, at what time, until when.
 *
 * @param {{every: string, start: string, at: string, until: string}} rule is written to
 * @param {string} zone
 * @param {() => void} changed
 */
export function ruleRows(rule, zone, changed) {
  const error = h("p", { class: "refusal", id: "rule-error", role: "alert" });
  const field = (words, name, type, attributes = {}) => h("label", { class: "row" }, h("span", { class: "row-words" }, h("span", { class: "row-title" }, words)),
    h("input", { type, class: "row-date", value: rule[name] ?? "", "aria-describedby": "rule-error", ...attributes, onchange: (event) => {
      rule[name] = event.target.value;
      changed();
    } }));
  const select = h("select", { class: "row-date", onchange: () => {
    rule.every = select.value;
    changed();
  } }, Object.entries(OFTEN).map(([value, words]) => h("option", { value, selected: value === rule.every }, words())));
  return { rows: h("div", {},
    h("label", { class: "row" }, h("span", { class: "row-words" }, h("span", { class: "row-title" }, say("How often"))), select),
    field(say("From"), "start", "date", { min: today(zone), required: true }), field(say("Time"), "at", "time", { required: true }),
    field(say("Until"), "until", "date")), complain: (words) => fill(error, words), error };
}
