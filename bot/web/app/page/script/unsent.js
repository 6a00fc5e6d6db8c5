/** What was recorded without a connection: kept on this device, and sent once when it is back. */
import { change, line, Refused, Unreachable } from "./api.js";

const RETRY_MS = 4000;

/** The write is kept: it goes out as soon as somebody answers. */
export class Kept extends Error {}

/**
 * The writes of one person that nobody has answered yet. Each goes with a key of its own, by which the
 * API takes it once however often it arrives. Fires `change`, and `sent` with the group's id.
 */
class Unsent extends EventTarget {
  #place = null;
  #sending = null;
  /** Keys of the writes that are on their way. */
  #underway = new Set();

  /** Whose writes these are: somebody else may use this device too. */
  belongTo(userId) {
    this.#place = `all-square:unsent:${userId}`;
    line.addEventListener("back", () => this.send());
    addEventListener("online", () => this.send());
    setInterval(() => this.list().some((write) => !write.refusal) && this.send(), RETRY_MS);
    this.send();
  }

  /** @returns {{key: string, method: string, path: string, body: object, about: object, refusal?: object}[]} */
  list() {
    try {
      return JSON.parse(localStorage.getItem(this.#place) ?? "[]");
    } catch {
      return [];
    }
  }

  of(groupId) {
    return this.list().filter((write) => write.about.group === groupId);
  }

  /**
   * Make a write; kept where nobody answers.
   *
   * @param {{method: string, path: string, body: object, version?: number, about: {group: string, title: string}}} write
   *   `about` is for whoever sees it wait
   * @throws {Kept} @throws {Refused}
   */
  async make(write) {
    const kept = { key: crypto.randomUUID(), ...write };
    this.#store([...this.list(), kept]);
    try {
      const data = await this.#send(kept);
      this.drop(kept.key);
      return data;
    } catch (error) {
      if (mayComeLater(error)) {
        this.#changed();
        throw new Kept();
      }
      this.drop(kept.key);
      throw error;
    }
  }

  /** Forget a write. */
  drop(key) {
    this.#store(this.list().filter((write) => write.key !== key));
    this.#changed();
  }

  /** Send all that waits, in the order in which it was made; what is refused stays, with the reason. */
  send() {
    this.#sending ??= this.#alone(() => this.#sendAll()).finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  async #sendAll() {
    for (const write of this.list()) {
      if (write.refusal || this.#underway.has(write.key)) continue;
      try {
        await this.#send(write);
        this.drop(write.key);
        this.dispatchEvent(new CustomEvent("sent", { detail: write.about.group }));
      } catch (error) {
        if (mayComeLater(error)) return;
        if (!(error instanceof Refused)) throw error;
        const refusal = { message: error.message, fields: error.fields };
        this.#store(this.list().map((one) => (one.key === write.key ? { ...one, refusal } : one)));
        this.#changed();
      }
    }
  }

  async #send({ key, method, path, body, version }) {
    const headers = { "Idempotency-Key": key };
    if (version !== undefined) headers["If-Match"] = `"${version}"`;
    this.#underway.add(key);
    try {
      return await change(method, path, body, { headers });
    } finally {
      this.#underway.delete(key);
    }
  }

  /** One tab at a time. */
  #alone(send) {
    return navigator.locks ? navigator.locks.request(this.#place, send) : send();
  }

  #store(writes) {
    localStorage.setItem(this.#place, JSON.stringify(writes));
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}

/** Nobody answered, or nobody who could take it now: also where one has to come in anew first. */
function mayComeLater(error) {
  return error instanceof Unreachable || (error instanceof Refused && (error.isPassing || error.status === 401));
}

export const unsent = new Unsent();
