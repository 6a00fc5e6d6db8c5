/** Telegram's colours as the page's, live; each text is brought to where it can be read (WCAG 2, 1.4.3). */
import { onTheme, themeParams } from "./telegram.js";

const LEAST_CONTRAST = 4.5;
const LIGHT = {
  bg_color: "#ffffff", secondary_bg_color: "#efeff4", text_color: "#000000", hint_color: "#8e8e93",
  link_color: "#2481cc", button_color: "#2481cc", button_text_color: "#ffffff", destructive_text_color: "#e53935",
};
const DARK = {
  bg_color: "#17212b", secondary_bg_color: "#0e1621", text_color: "#f5f5f5", hint_color: "#708499",
  link_color: "#6ab3f3", button_color: "#5288c1", button_text_color: "#ffffff", destructive_text_color: "#ec3942",
};

/** Wear Telegram's theme from now on. */
export function followTheme() {
  onTheme(wear);
  wear();
}

function wear() {
  const given = Object.fromEntries(Object.entries(themeParams()).filter(([, color]) => /^#[0-9a-f]{6}$/i.test(color)));
  const dark = luminance(given.bg_color ?? "#ffffff") < 0.2;
  const theme = { ...(dark ? DARK : LIGHT), ...given };
  const page = theme.secondary_bg_color;
  const card = theme.section_bg_color ?? theme.bg_color;
  const accent = theme.accent_text_color ?? theme.link_color;
  const tint = mixed(accent, card, 0.13);
  const good = dark ? "#4cc36e" : "#1f8f43";
  const grounds = [page, card];
  const root = document.documentElement;
  root.style.setProperty("color-scheme", dark ? "dark" : "light");
  for (const [name, color] of Object.entries({
    page,
    card,
    text: readable(theme.text_color, ...grounds),
    hint: readable(theme.subtitle_text_color ?? theme.hint_color, ...grounds),
    heading: readable(theme.section_header_text_color ?? theme.hint_color, ...grounds),
    accent: readable(accent, ...grounds, tint),
    tint,
    button: readable(theme.button_color, theme.button_text_color),
    "on-button": theme.button_text_color,
    danger: readable(theme.destructive_text_color, ...grounds, mixed(theme.destructive_text_color, card, 0.13)),
    "danger-tint": mixed(theme.destructive_text_color, card, 0.13),
    good: readable(good, ...grounds, mixed(good, card, 0.13)),
    "good-bar": mixed(good, card, dark ? 0.4 : 0.3),
    "danger-bar": mixed(theme.destructive_text_color, card, dark ? 0.4 : 0.3),
    "accent-bar": mixed(accent, card, dark ? 0.45 : 0.35),
    line: mixed(theme.text_color, card, 0.12),
    raised: dark ? mixed(theme.text_color, card, 0.2) : card,
    press: mixed(theme.text_color, card, 0.07),
  })) root.style.setProperty(`--${name}`, color);
}

/** A colour moved away from what it stands on, no farther than it takes to be read on each. */
function readable(color, ...grounds) {
  let best = color;
  for (let share = 0; share <= 1; share += 0.04) {
    best = mixed(luminance(grounds[0]) > 0.3 ? "#000000" : "#ffffff", color, share);
    if (grounds.every((ground) => contrast(best, ground) >= LEAST_CONTRAST)) break;
  }
  return best;
}

function channels(color) {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

/** `share` of a colour over another one. */
function mixed(over, under, share) {
  const below = channels(under);
  return `#${channels(over).map((one, at) =>
    Math.round(one * share + below[at] * (1 - share)).toString(16).padStart(2, "0")).join("")}`;
}

function luminance(color) {
  const [red, green, blue] = channels(color).map((one) =>
    one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
