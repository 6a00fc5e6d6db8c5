/** Whether a finger is down: what is drawn anew under it is gone when it is lifted, and so is its press. */

/** Nobody presses longer; and some presses end where the page does not hear of it. */
const LONGEST_MS = 5000;

/** A promise of the moment when the finger that is down has been lifted, and its press is through. */
let lifting = null;
let lifted = () => {};
let longest = null;

/** Nothing while no finger is down, else a promise of the moment when none is. */
export function untouched() {
  return lifting;
}

addEventListener("pointerdown", () => {
  lifting ??= new Promise((resolve) => {
    lifted = resolve;
    longest = setTimeout(lift, LONGEST_MS);
  });
}, { capture: true });

// The click comes right behind them.
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(lift), { capture: true });

function lift() {
  clearTimeout(longest);
  lifting = null;
  lifted();
}
