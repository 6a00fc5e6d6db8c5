/** A picture in a message: as large as there is room, with that room kept before it is loaded. */
import { fileAddress } from "./connection.js";
import { h } from "/app/drawing/dom.js";

/** Pictures are shown at most this large, in CSS pixels. */
const MOST = { width: 440, height: 420 };

/**
 * The element of a picture, which opens it.
 *
 * @param {object[]} sizes the same picture, the largest last
 * @param {string} label what a screen reader says of it
 */
export function picture(sizes, label = "Picture") {
  const size = sizes.at(-1);
  const scale = Math.min(1, MOST.width / size.width, MOST.height / size.height) || 1;
  return h("button", { type: "button", class: "picture", "aria-label": label, dataset: { picture: size.file_id } },
    h("img", { src: fileAddress(size.file_id), alt: "", width: Math.round(size.width * scale) || null,
      height: Math.round(size.height * scale) || null }));
}
