/** One thing to type, in a sheet; what is wrong with it is said beside it, and it stays until it is right. */
import { fill, h } from "../../drawing/dom.js";
import { saving } from "./saving.js";
import { openSheet } from "./sheet.js";

/**
 * @param {string} title
 * @param {{value?: string, small?: string, save: (value: string) => Promise<*>, saved?: (answer: *) => void, attributes?: object}} given
 *   `save` may throw `Refused`; `saved` is given what it returned, once the sheet is gone
 */
export function askFor(title, { value = "", small = "", save, saved = () => {}, attributes = {} }) {
  openSheet(title, (close, showMain) => {
    const error = h("p", { class: "refusal", id: "sheet-error", role: "alert" });
    const field = h("input", { type: "text", class: "search plain", value, autocomplete: "off", dir: "auto", "aria-label": title,
      "aria-describedby": "sheet-error", ...attributes });
    const submit = saving(showMain, { press: () => form.requestSubmit(), save: () => save(field.value.trim()),
      saved: (answer) => {
        close();
        saved(answer);
      },
      refused: (message) => {
        fill(error, message);
        field.setAttribute("aria-invalid", "true");
      } });
    const form = h("form", { onsubmit: (event) => {
      event.preventDefault();
      submit();
    } }, small ? h("p", { class: "below" }, small) : null, field, error);
    requestAnimationFrame(() => field.focus());
    return form;
  });
}
