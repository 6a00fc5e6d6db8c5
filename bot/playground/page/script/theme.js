/** Light and dark: the system's choice until somebody presses the button. */
import { fill, icon } from "/app/drawing/dom.js";

const system = matchMedia("(prefers-color-scheme: dark)");

function current() {
  return document.documentElement.dataset.theme ?? (system.matches ? "dark" : "light");
}

/** Make a button that switches between light and dark, and remembers it. */
export function themeButton(button) {
  const show = () => {
    const other = current() === "dark" ? "light" : "dark";
    fill(button, icon(other === "dark" ? "moon" : "sun"));
    button.title = `Switch to ${other}`;
    button.setAttribute("aria-label", button.title);
  };
  button.addEventListener("click", () => {
    const other = current() === "dark" ? "light" : "dark";
    document.documentElement.dataset.theme = other;
    localStorage.setItem("theme", other);
    show();
  });
  system.addEventListener("change", show);
  show();
}
