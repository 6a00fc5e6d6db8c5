/** What others change, as it happens: a stream of events that mends itself. */
import { request } from "./api.js";

const RETRY_AFTER_MS = [500, 1000, 2000, 4000];

/**
 * Listen to a stream until the signal says to stop.
 *
 * @param {string} path of the API
 * @param {() => void} changed called on every change, and when the stream has begun: what was before is not told
 * @param {AbortSignal} signal
 */
export async function listen(path, changed, signal) {
  let last = null;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const headers = last === null ? {} : { "Last-Event-ID": last };
      const response = await request(path, { headers, signal });
      if (response.status === 404 || response.status === 403) return;
      // An id that is not good any more is as none.
      if (response.status === 400) last = null;
      if (!response.ok) throw new Error(String(response.status));
      changed();
      failures = 0;
      for await (const event of events(response.body)) {
        if (event.id) last = event.id;
        changed();
      }
    } catch {
      // Whatever broke: the next round says whether it still does.
    }
    await pause(RETRY_AFTER_MS[Math.min(failures, RETRY_AFTER_MS.length - 1)], signal);
    failures += 1;
  }
}

/** The events of a stream (HTML Standard, 9.2.6), of which only the number matters here. */
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + value).replaceAll("\r\n", "\n").split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const lines = block.split("\n");
      if (!lines.some((told) => told.startsWith("data:"))) continue;
      yield { id: lines.find((told) => told.startsWith("id:"))?.slice(3).trim() };
    }
  }
}

function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}
