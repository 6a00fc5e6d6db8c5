/**
 * Who is looking, as Telegram vouches for it. Its word is good for an hour: a page that is loaded again
 * later than that goes on by the refresh token that it kept, and says that it is old.
 */
import { keepTokens, post, Refused, staySignedIn } from "./api.js";
import { claimed, initData } from "./telegram.js";

/** Fires `over` where it goes on no more. */
export const session = new EventTarget();

let reopenedAt = null;

/** The link that opens the page anew, at the same place; null where none is known. */
export function reopening() {
  return reopenedAt && claimed.start_param ? `${reopenedAt}=${claimed.start_param}` : reopenedAt;
}

/** @returns {Promise<{userId: string, name: string, language: string, isOld: boolean}>} `isOld`: without Telegram's word @throws {Refused} @throws {Unreachable} */
export async function signIn() {
  staySignedIn(signInAgain, keep);
  let answer;
  let isOld = false;
  try {
    answer = await post("auth/telegram", { initData }, { signed: false });
  } catch (error) {
    const refreshToken = kept();
    if (!isRefused(error) || !refreshToken) throw error;
    answer = await post("auth/refresh", { refreshToken }, { signed: false });
    isOld = true;
  }
  keepTokens(answer);
  reopenedAt = answer.reopenedAt;
  return { ...answer, isOld };
}

async function signInAgain() {
  try {
    keepTokens(await post("auth/telegram", { initData }, { signed: false }));
  } catch (error) {
    if (isRefused(error)) session.dispatchEvent(new Event("over"));
    throw error;
  }
}

function isRefused(error) {
  return error instanceof Refused && error.status === 401;
}

/** For this opening alone, in this window alone: by what Telegram said of it. */
function place() {
  return `all-square:session:${claimed.user?.id ?? ""}:${claimed.hash ?? ""}`;
}

function keep(refreshToken) {
  sessionStorage.setItem(place(), refreshToken);
}

function kept() {
  return sessionStorage.getItem(place());
}
