/** Keeps the field that is typed into above a phone's keyboard, whether the page shrinks for it or is covered. */

const seen = window.visualViewport;

/** From now on: what is fixed to the bottom stands on the keyboard, and the field stays in sight. */
export function followKeyboard() {
  seen?.addEventListener("resize", settle);
  seen?.addEventListener("scroll", measure);
  addEventListener("focusin", () => setTimeout(showField, 100));
  measure();
}

function settle() {
  measure();
  showField();
}

function measure() {
  const covered = Math.max(0, innerHeight - seen.height - seen.offsetTop);
  const root = document.documentElement.style;
  root.setProperty("--keyboard", `${Math.round(covered)}px`);
  root.setProperty("--seen", `${Math.round(seen.height)}px`);
}

function showField() {
  const field = document.activeElement;
  if (!field?.matches("input:not([inputmode=none]), textarea, select")) return;
  const { top, bottom } = field.getBoundingClientRect();
  if (top < 0 || bottom > seen.offsetTop + seen.height - 8) field.scrollIntoView({ block: "center" });
}
