/** A chat's messages by their number, oldest first; its ends are known without a search. */
export class MessageLog extends Map {
  /** The newest message that everybody sees. */
  newest = null;
  /** The highest number so far; messages that one person sees have none in the chat. */
  highest = 0;

  static of(messages) {
    const log = new MessageLog();
    for (const message of messages) log.set(numberOf(message), message);
    return log;
  }

  set(number, message) {
    // A message that is edited keeps its place.
    const isLast = !this.has(number) || (this.newest !== null && numberOf(this.newest) === number);
    super.set(number, message);
    if (isLast && !message.only_for) this.newest = message;
    if (message.message_id > this.highest) this.highest = message.message_id;
    return this;
  }

  delete(number) {
    const known = this.get(number);
    if (!super.delete(number)) return false;
    if (known !== this.newest && known.message_id !== this.highest) return true;
    this.newest = null;
    this.highest = 0;
    for (const message of this.values()) {
      if (!message.only_for) this.newest = message;
      if (message.message_id > this.highest) this.highest = message.message_id;
    }
    return true;
  }

  /** How many messages have a number above this one. */
  countAfter(number) {
    if (this.highest <= number) return 0;
    let count = 0;
    for (const message of this.values()) if (message.message_id > number) count += 1;
    return count;
  }
}

/** A message's number in its chat; messages that one person sees have numbers of their own. */
export function numberOf(message) {
  return message.ephemeral_message_id ? `e${message.ephemeral_message_id}` : message.message_id;
}
