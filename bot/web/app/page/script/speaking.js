/** The language that the page speaks: fetched, and remembered for the next time it is opened. */
import { get } from "./api.js";
import { claimed } from "./telegram.js";
import { speak } from "./words.js";

function place() {
  return `all-square:language:${claimed.user?.id ?? ""}`;
}

/** The best guess before anybody has said who is there. */
export function likelyLanguage() {
  return localStorage.getItem(place()) ?? claimed.user?.language_code ?? navigator.language;
}

/** Speak a language, or the nearest that there is; @returns {Promise<string>} which one that is */
export async function speakBest(code) {
  const spoken = await get(`app/strings/${encodeURIComponent(code)}`, { signed: false });
  speak(spoken);
  return spoken.language;
}

export async function speakFromNowOn(code) {
  localStorage.setItem(place(), await speakBest(code));
}
