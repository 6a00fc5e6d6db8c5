/** Pressing the bot's buttons: the press goes out, the bot's answer comes back as an event. */
import { post } from "./connection.js";
import { numberOf } from "./message-log.js";
import { keyOf } from "./store.js";
import { alertDialog, attempt, toast } from "./toasts.js";

const PATIENCE_MS = 10_000;
const ANSWERS_KEPT = 50;

export class Pressing {
  /**
   * @param {import("./messages.js").Messages} messages shows which buttons are waiting
   * @param {(url: string) => void} follow what to do with an address that an answer opens
   */
  constructor(messages, follow) {
    Object.assign(this, { messages, follow });
    this.waiting = new Map();
    /** Answers that overtook the reply to their press. */
    this.early = new Map();
  }

  /**
   * Press a button as somebody.
   *
   * @returns {Promise<object|null>} the bot's answer, or null when none came
   */
  async press(message, data, personId) {
    const mark = `${keyOf(message)}:${data}`;
    this.#mark(mark, true);
    const accepted = await attempt(() =>
      post("press", { person: personId, chat: message.chat.id, message: numberOf(message), data }));
    const answer = accepted && await this.#answerTo(accepted.query_id);
    this.#mark(mark, false);
    if (answer) this.#show(answer);
    return answer;
  }

  #answerTo(queryId) {
    const early = this.early.get(queryId);
    if (early) return early;
    return new Promise((resolve) => {
      const give = (answer) => {
        clearTimeout(timer);
        this.waiting.delete(queryId);
        resolve(answer);
      };
      const timer = setTimeout(() => give(null), PATIENCE_MS);
      this.waiting.set(queryId, give);
    });
  }

  /** An answer came; other tabs' answers are nobody's here. */
  answered(answer) {
    const give = this.waiting.get(answer.query_id);
    if (give) return give(answer);
    this.early.set(answer.query_id, answer);
    if (this.early.size > ANSWERS_KEPT) this.early.delete(this.early.keys().next().value);
    return undefined;
  }

  #show(answer) {
    if (answer.url) this.follow(answer.url);
    if (!answer.text) return;
    if (answer.show_alert) alertDialog(answer.text);
    else toast(answer.text);
  }

  #mark(mark, waits) {
    if (waits) this.messages.pressing.add(mark);
    else this.messages.pressing.delete(mark);
    this.messages.show();
  }
}
