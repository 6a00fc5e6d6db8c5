/** Questions of the bot that ask for a reply (https://core.telegram.org/bots/api#forcereply). */

/**
 * The question that somebody still has to answer: the newest one meant for them, if they wrote nothing since.
 *
 * @param {object[]} timeline oldest first
 * @param {object} persona
 * @returns {object|null} the bot's message
 */
export function openQuestion(timeline, persona) {
  for (let index = timeline.length - 1; index >= 0; index -= 1) {
    const message = timeline[index];
    if (message.from?.id === persona.id) return null;
    const markup = message.reply_markup;
    if (markup?.force_reply && isMeantFor(message, persona)) return message;
  }
  return null;
}

/** A selective question is for whom it mentions, and for the author of the message it replies to. */
function isMeantFor(message, persona) {
  const { selective, inline_keyboard: keyboard } = message.reply_markup;
  // Beside buttons it can't be selective: it is shown to whom the message answers.
  if (!selective && !(keyboard && message.reply_to_message)) return true;
  if (message.reply_to_message?.from?.id === persona.id) return true;
  return (message.entities ?? []).some((entity) => {
    if (entity.type === "text_mention") return entity.user?.id === persona.id;
    if (entity.type !== "mention" || !persona.username) return false;
    const name = message.text.slice(entity.offset + 1, entity.offset + entity.length);
    return name.toLowerCase() === persona.username.toLowerCase();
  });
}
