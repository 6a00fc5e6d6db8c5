/** Calls of the HTTP API: one envelope, tokens that renew themselves, and whether there is a line at all. */
import { language } from "./words.js";

/** The API answered, and said no. `fields` tells by the field's name what is wrong with it. */
export class Refused extends Error {
  constructor(status, { code = "", message = "", details = {} } = {}) {
    super(message);
    Object.assign(this, { status, code, details, fields: details.fields ?? {} });
  }

  /** Whether the same call may be taken another time. */
  get isPassing() {
    return this.status >= 500 || this.status === 429;
  }
}

/** Nobody answered: there is no connection. */
export class Unreachable extends Error {}

/** Fires `lost` and `back`. */
export const line = new EventTarget();
let isLost = false;

export function lineIsLost() {
  return isLost;
}

function lineIs(lost) {
  if (isLost === lost) return;
  isLost = lost;
  line.dispatchEvent(new Event(lost ? "lost" : "back"));
}

addEventListener("offline", () => lineIs(true));

const tokens = { access: null, refresh: null, expiresAt: 0 };
let renewing = null;
let signInAgain = async () => {};
let renewed = () => {};

/** Keep the tokens of an answer. */
export function keepTokens({ accessToken, refreshToken, expiresIn }) {
  Object.assign(tokens, { access: accessToken, refresh: refreshToken, expiresAt: Date.now() + (expiresIn - 30) * 1000 });
  renewed(refreshToken);
}

/** `again` signs in anew where even the refresh token is over; `kept` is told each next one. */
export function staySignedIn(again, kept) {
  signInAgain = again;
  renewed = kept;
}

async function renew() {
  try {
    keepTokens(await post("auth/refresh", { refreshToken: tokens.refresh }, { signed: false }));
  } catch (error) {
    if (!(error instanceof Refused) || error.isPassing) throw error;
    await signInAgain();
  }
}

async function bearer() {
  if (Date.now() > tokens.expiresAt) {
    renewing ??= renew().finally(() => {
      renewing = null;
    });
    await renewing;
  }
  return authorization();
}

function authorization() {
  return `Bearer ${tokens.access}`;
}

/**
 * Send a request below `/api/`, and return the response as it comes.
 *
 * @throws {Unreachable}
 */
export async function request(path, { method = "GET", body, signed = true, headers = {}, signal, cache = "no-store" } = {}) {
  const answered = (sent) => send(path, { method, body, authorization: sent, headers, signal, cache });
  if (!signed) return answered(null);
  const first = await bearer();
  const response = await answered(first);
  if (response.status !== 401) return response;
  // The token may have ended before its time: the server's clock is its own. Of several calls that
  // hear so, the last may hear it when there is another one already.
  if (first === authorization()) tokens.expiresAt = 0;
  return answered(await bearer());
}

async function send(path, { method, body, authorization, headers, signal, cache }) {
  const sent = { "Accept-Language": language().replace("_", "-"), ...headers };
  if (authorization) sent.Authorization = authorization;
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) sent["Content-Type"] = "application/json";
  try {
    const response = await fetch(`/api/${path}`, {
      method, headers: sent, signal, cache, referrerPolicy: "no-referrer",
      body: body === undefined || isForm ? body : JSON.stringify(body),
    });
    lineIs(false);
    return response;
  } catch (error) {
    if (error.name === "AbortError") throw error;
    lineIs(true);
    throw new Unreachable();
  }
}

async function call(path, options) {
  const response = await request(path, options);
  if (response.status === 204) return null;
  const answer = await response.json().catch(() => null);
  if (!response.ok || !answer) throw new Refused(response.status, answer?.error);
  return "data" in answer ? answer.data : answer;
}

/** What was last read at each path, so that a page is there at once when one comes back to it. */
const seen = new Map();
const MOST_SEEN = 60;

export function lastSeen(path) {
  return seen.get(path);
}

export async function get(path, options = {}) {
  const data = await call(path, options);
  seen.delete(path);
  seen.set(path, data);
  if (seen.size > MOST_SEEN) seen.delete(seen.keys().next().value);
  return data;
}

export function post(path, body, options = {}) {
  return call(path, { method: "POST", body, ...options });
}

/** Make any call that changes something. */
export function change(method, path, body, options = {}) {
  return call(path, { method, body, ...options });
}

/** Headers with a key of the call's own, so that it counts once however often it arrives. */
export function once(more = {}) {
  return { headers: { "Idempotency-Key": crypto.randomUUID(), ...more } };
}
