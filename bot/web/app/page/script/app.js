/** The page's beginning: theme, who is there, their language, and the place that was asked for. */
import { fill, find, h } from "../drawing/dom.js";
import { untouched } from "../drawing/touch.js";
import { get, line, Refused, Unreachable } from "./api.js";
import { followKeyboard } from "./keyboard.js";
import { loadAhead, PAGES } from "./page-list.js";
import { become } from "./person.js";
import { learnPages, startAt } from "./places.js";
import { reopening, session, signIn } from "./session.js";
import { likelyLanguage, speakBest, speakFromNowOn } from "./speaking.js";
import { claimed, closeApp, followInsets, initData, openAddress, ready, showBack, showMain } from "./telegram.js";
import { followTheme } from "./theme.js";
import { toast } from "./toasts.js";
import { unsent } from "./unsent.js";
import { say } from "./words.js";

const LOAD_AHEAD_MS = 1500;

learnPages(PAGES);
followTheme();
followInsets();
followKeyboard();
line.addEventListener("lost", () => showLine(say("No connection. What you record is kept and sent later.")));
line.addEventListener("back", () => showLine(null));
session.addEventListener("over", tellOver);
begin();

async function begin() {
  const guessed = speakBest(likelyLanguage());
  try {
    const [person, spoken] = await Promise.all([signIn(), guessed]);
    if (person.language !== spoken) await speakFromNowOn(person.language);
    become(person);
    if (person.isOld) showOld();
    unsent.belongTo(person.userId);
    unsent.addEventListener("sent", () => toast(say("What you recorded is sent.")));
    await openWhatWasAsked();
    setTimeout(loadAhead, LOAD_AHEAD_MS);
  } catch (error) {
    await guessed.catch(() => {});
    await fail(error);
  }
  ready();
}

async function openWhatWasAsked() {
  const ref = claimed.start_param;
  if (!ref) return startAt({ page: "home" });
  const start = await get(`app/start?ref=${encodeURIComponent(ref)}`).catch((error) => {
    if (error instanceof Refused && error.status === 404) return null;
    throw error;
  });
  if (!start) return startAt({ page: "home" });
  if (!start.member) return tell(say("Press Join in the group, then open this again."), start.name);
  return startAt({ page: "home" }, { page: "group", group: start.groupId });
}

async function fail(error) {
  if (error instanceof Unreachable) return tellAgain(say("There is no connection just now."));
  if (!(error instanceof Refused)) throw error;
  if (error.status === 401) return tellOver();
  return tellAgain(error.message);
}

function tellAgain(words) {
  tell(words, null, h("button", { type: "button", class: "button", onclick: begin }, say("Try again")));
}

/** Nobody vouches for whoever looks: what they typed stays on this device until the page is opened anew. */
function tellOver() {
  showBack(null);
  showMain(null);
  if (!initData) return tell(say("Open this from the bot in Telegram."));
  return tell(say("This page is too old. Close it and open it again."), null, reopenButton());
}

function tell(words, title = null, button = null) {
  fill(find("#place"), h("div", { class: "nothing" }, title ? h("h1", { dir: "auto" }, title) : null, h("p", {}, words), button));
}

/** Say that the page was opened long ago; it goes on meanwhile. */
function showOld() {
  const banner = find("#old");
  banner.hidden = false;
  fill(banner, h("span", {}, say("This was opened long ago.")), reopenButton());
}

function reopenButton() {
  const link = reopening();
  return h("button", { type: "button", class: "button small", onclick: () => {
    if (link) openAddress(link);
    else closeApp();
  } }, link ? say("Open it again") : say("Close"));
}

async function showLine(words) {
  await untouched();
  const banner = find("#connection");
  banner.hidden = !words;
  fill(banner, words);
}
