/** When something is posted in the chat: the weekly summary, and reminders of open debts. */
import { fill, h } from "../../drawing/dom.js";
import { clockTime, currencySign, money, say, together, weekday } from "../words.js";
import { saving } from "./saving.js";
import { openSheet } from "./sheet.js";

const WEEK = [0, 1, 2, 3, 4, 5, 6];
const OFTEN = { off: () => say("Only when somebody asks for one"), weekly: () => say("Every week"), daily: () => say("Every day") };

/** @param {{on: boolean, weekdays: number[], at: string}} weekly */
export function weeklyTold(weekly) {
  return weekly.on ? say("{days}, {time}", { days: together(weekly.weekdays.map((day) => weekday(day))), time: clockTime(weekly.at) }) : say("Off");
}

/** @param {{every: "off"|"weekly"|"daily", above: string, weekday: number, at: string}} reminders */
export function remindersTold({ every, above, weekday: day, at }, currency) {
  if (every === "off") return OFTEN.off();
  const rule = say("{days}, {time}", { days: every === "daily" ? say("every day") : weekday(day), time: clockTime(at) });
  return say("{rule}, of debts from {limit} on", { rule, limit: money(above, currency) });
}

/** @param {(set: object) => Promise<*>} save may throw `Refused` */
export function chooseWeekly(weekly, save) {
  const set = { ...weekly, weekdays: [...weekly.weekdays] };
  sheet(say("Weekly summary"), () => save(set.on ? set : { on: false }), (draw) => {
    const box = h("input", { type: "checkbox", role: "switch", class: "switch", checked: set.on, onchange: () => {
      set.on = box.checked;
      draw();
    } });
    return [h("div", { class: "card" }, h("label", { class: "row" }, h("span", { class: "row-words" }, say("Weekly summary")), box)),
      set.on ? h("div", { class: "card apart" }, days(set.weekdays, (day) => {
        const others = set.weekdays.filter((one) => one !== day);
        if (!set.weekdays.includes(day)) set.weekdays = [...set.weekdays, day].sort();
        else if (others.length) set.weekdays = others;
        draw();
      }), time(set)) : null];
  });
}

/** @param {(set: object) => Promise<*>} save may throw `Refused` */
export function chooseReminders(reminders, currency, save) {
  const set = { ...reminders };
  sheet(say("Reminders"), () => save(set.every === "off" ? { every: "off" } : set), (draw) => [
    h("div", { class: "card", role: "radiogroup", "aria-label": say("Reminders") }, Object.entries(OFTEN).map(([every, words]) => h("label", { class: "row" },
      h("input", { type: "radio", name: "often", checked: every === set.every, onchange: () => {
        set.every = every;
        draw();
      } }), h("span", { class: "row-words" }, words())))),
    set.every === "off" ? null : h("div", { class: "card apart" },
      set.every === "weekly" ? days([set.weekday], (day) => {
        set.weekday = day;
        draw();
      }) : null,
      time(set), limit(set, currency)),
  ]);
}

function sheet(title, save, build) {
  openSheet(title, (close, showMain) => {
    const body = h("div");
    const error = h("p", { class: "refusal", role: "alert" });
    const draw = () => fill(body, build(draw));
    draw();
    saving(showMain, { save, saved: close, refused: (message) => fill(error, message) });
    return [body, error];
  });
}

function days(chosen, press) {
  return h("div", { class: "days", role: "group", "aria-label": say("Days") }, WEEK.map((day) => h("button", { type: "button", class: "chip",
    "aria-pressed": String(chosen.includes(day)), "aria-label": weekday(day), onclick: () => press(day) }, weekday(day, "short"))));
}

function time(set) {
  return h("label", { class: "row" }, h("span", { class: "row-words" }, say("Time")), h("input", { type: "time", class: "row-date", value: set.at, required: true,
    onchange: (event) => {
      if (event.target.value) set.at = event.target.value;
    } }));
}

function limit(set, currency) {
  return h("label", { class: "row" }, h("span", { class: "row-words" }, say("Debts from this amount on")),
    h("span", { class: "part-box" }, h("span", { class: "part-sign", "aria-hidden": "true" }, currencySign(currency)),
      h("input", { type: "text", inputmode: "decimal", class: "part", value: set.above, dir: "ltr", "aria-label": say("Debts from this amount on"), oninput: (event) => {
        set.above = event.target.value.replace(",", ".");
      } })));
}
