/** A QR code drawn from its rows of modules, dark on white in every theme, so that it can be scanned. */
import { h } from "../../drawing/dom.js";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4;

/** @param {string[]} rows "1" for a dark module @param {string} words what is done with it */
export function qrPicture(rows, words) {
  const size = rows.length + 2 * QUIET;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", words);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", rows.flatMap((row, y) => [...row].map((module, x) =>
    (module === "1" ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : ""))).join(""));
  svg.append(path);
  return h("figure", { class: "qr" }, svg, h("figcaption", {}, words));
}
