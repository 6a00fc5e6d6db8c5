/** One thing to type, in a sheet; what is wrong with it is said beside it, and it stays until it is right. */
import { fill, h } from "../../drawing/dom.js";
import { Refused } from "../api.js";
import { feel } from "../telegram.js";
import { complain } from "../toasts.js";
import { say } from "../words.js";
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
    const main = { text: say("Save"), press: () => form.requestSubmit() };
    showMain(main);
    let saving = false;
    const form = h("form", { onsubmit: async (event) => {
      event.preventDefault();
      // Enter, held a moment too long, submits again and again.
      if (saving) return undefined;
      saving = true;
      showMain({ ...main, busy: true });
      try {
        const answer = await save(field.value.trim());
        feel("success");
        close();
        saved(answer);
      } catch (refused) {
        saving = false;
        showMain(main);
        if (!(refused instanceof Refused)) return complain(refused);
        fill(error, refused.message);
        field.setAttribute("aria-invalid", "true");
        feel("error");
      }
      return undefined;
    } }, small ? h("p", { class: "below" }, small) : null, field, error);
    requestAnimationFrame(() => field.focus());
    return form;
  });
}
