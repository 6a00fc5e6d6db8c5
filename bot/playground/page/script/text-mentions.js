/**
 * Mentions of people without a username, while the text around them is being typed.
 *
 * Telegram sends them as `text_mention` entities, places in the text that carry the person. A text
 * field has no such places, so each change is compared with the text before it and the places move along.
 */
export class TextMentions {
  #text = "";
  #places = [];

  /** Forget all, and begin with a text. */
  reset(text = "", places = []) {
    this.#text = text;
    this.#places = places;
  }

  /** The text was changed to this. */
  follow(text) {
    const { start, oldEnd, newEnd } = difference(this.#text, text);
    const shift = newEnd - oldEnd;
    this.#places = this.#places.flatMap((place) => {
      const end = place.offset + place.length;
      if (end <= start) return [place];
      if (place.offset >= oldEnd) return [{ ...place, offset: place.offset + shift }];
      return [];
    });
    this.#text = text;
  }

  /** The text at this place, already in the field, stands for this person. */
  add(offset, length, person) {
    this.#places.push({ offset, length, person });
  }

  /** What to send for a text that is the field's without the space around it. */
  within(field) {
    const cut = field.length - field.trimStart().length;
    const length = field.trim().length;
    return this.#places
      .map((place) => ({ ...place, offset: place.offset - cut }))
      .filter((place) => place.offset >= 0 && place.offset + place.length <= length);
  }
}

/** Where two texts differ: from `start` to `oldEnd` in the old one, to `newEnd` in the new one. */
function difference(before, after) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  return { start, oldEnd: before.length - same, newEnd: after.length - same };
}
