/** How a sheet saves what it asks for: once, however long Enter is held, and what is refused is said there. */
import { Refused } from "../api.js";
import { feel } from "../telegram.js";
import { complain } from "../toasts.js";
import { say } from "../words.js";

/**
 * Show the large button that saves a sheet, and return what saves it.
 *
 * @param {(button: object) => void} showMain the sheet's own
 * @param {{save: () => Promise<*>, saved: (answer: *) => void, refused: (message: string) => void, press?: () => void}} given
 *   `save` may throw `Refused`, `saved` is given what it returned; `press` is what the button does instead of saving at once
 * @returns {() => Promise<void>}
 */
export function saving(showMain, { save, saved, refused, press }) {
  let isUnderway = false;
  const once = async () => {
    // Enter, held a moment too long, submits again and again.
    if (isUnderway) return undefined;
    isUnderway = true;
    showMain({ ...main, busy: true });
    try {
      const answer = await save();
      feel("success");
      saved(answer);
    } catch (error) {
      isUnderway = false;
      showMain(main);
      if (!(error instanceof Refused)) return complain(error);
      refused(error.message);
      feel("error");
    }
    return undefined;
  };
  const main = { text: say("Save"), press: press ?? once };
  showMain(main);
  return once;
}
