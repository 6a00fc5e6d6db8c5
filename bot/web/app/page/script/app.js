/** The page's beginning: theme, who is there, their language, and the place that was asked for. */
import { fill, find, h } from "../drawing/dom.js";
import { get, keepTokens, line, post, Refused, Unreachable } from "./api.js";
import { followKeyboard } from "./keyboard.js";
import { loadAhead, PAGES } from "./page-list.js";
import { become } from "./person.js";
import { learnPages, startAt } from "./places.js";
import { likelyLanguage, speakBest, speakFromNowOn } from "./speaking.js";
import { claimed, followInsets, initData, ready } from "./telegram.js";
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
begin();

async function begin() {
  const guessed = speakBest(likelyLanguage());
  try {
    const [person, spoken] = await Promise.all([signIn(), guessed]);
    if (person.language !== spoken) await speakFromNowOn(person.language);
    become(person);
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

async function signIn() {
  const person = await post("auth/telegram", { initData }, { signed: false });
  keepTokens(person, async () => {
    try {
      await signIn();
    } catch (error) {
      if (error instanceof Refused && !error.isPassing) fail(error);
      throw error;
    }
  });
  return person;
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
  if (error instanceof Unreachable) return tell(say("There is no connection just now."), null, begin);
  if (!(error instanceof Refused)) throw error;
  if (error.status === 401) {
    return tell(initData ? say("This page is too old. Close it and open it again.")
      : say("Open this from the bot in Telegram."));
  }
  return tell(error.message, null, begin);
}

function tell(words, title = null, again = null) {
  fill(find("#place"), h("div", { class: "nothing" }, title ? h("h1", { dir: "auto" }, title) : null, h("p", {}, words),
    again ? h("button", { type: "button", class: "button", onclick: again }, say("Try again")) : null));
}

function showLine(words) {
  const banner = find("#connection");
  banner.hidden = !words;
  fill(banner, words);
}
