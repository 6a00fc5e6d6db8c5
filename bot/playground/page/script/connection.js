/** The line to the server: one snapshot, then events; after a break a new snapshot. */
import { untouched } from "/app/drawing/touch.js";

const RETRY_AFTER_MS = [300, 1000, 2000, 4000];
const KINDS = ["message", "edited", "deleted", "answer", "action", "chat", "person", "bot", "commands",
  "clock", "refused"];

/** Something the server would not do, in words that can be shown. */
export class Refused extends Error {}

/**
 * Ask the server to do something.
 *
 * @param {string} path below `/page/`
 * @param {object|FormData} body
 * @returns {Promise<object>}
 * @throws {Refused}
 */
export async function post(path, body) {
  const form = body instanceof FormData;
  let response;
  try {
    response = await fetch(`/page/${path}`, {
      method: "POST",
      headers: form ? {} : { "Content-Type": "application/json" },
      body: form ? body : JSON.stringify(body),
    });
  } catch {
    throw new Refused("The playground does not answer. Is it still running?");
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(answer.error ?? `The playground refused it (${response.status}).`);
  return answer;
}

/** Fetch something that changes nothing. */
export async function get(path) {
  const response = await fetch(`/page/${path}`);
  if (!response.ok) throw new Refused(`The playground refused it (${response.status}).`);
  return response.json();
}

export function fileAddress(fileId) {
  return `/page/files/${encodeURIComponent(fileId)}`;
}

/**
 * Keep a store current for as long as the page lives.
 *
 * @param {import("./store.js").Store} store
 * @param {(lost: boolean) => void} onBreak told when the line breaks and when it is back
 */
export function keepCurrent(store, onBreak) {
  let failures = 0;

  async function connect() {
    try {
      const state = await get("state");
      store.load(state);
      listen(state.cursor);
    } catch {
      retry();
    }
  }

  function listen(cursor) {
    const events = new EventSource(`/page/events?after=${cursor}`);
    events.onopen = () => {
      failures = 0;
      onBreak(false);
    };
    // The browser would go on by itself, but a restarted server counts its events from the start again.
    events.onerror = () => {
      events.close();
      retry();
    };
    for (const kind of KINDS) {
      events.addEventListener(kind, async (event) => {
        await untouched();
        store.apply(kind, JSON.parse(event.data));
      });
    }
    events.addEventListener("reload", () => {
      events.close();
      connect();
    });
  }

  function retry() {
    if (failures > 0) onBreak(true);
    const wait = RETRY_AFTER_MS[Math.min(failures, RETRY_AFTER_MS.length - 1)];
    failures += 1;
    setTimeout(connect, wait);
  }

  connect();
}
