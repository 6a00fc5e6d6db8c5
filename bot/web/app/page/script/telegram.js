/** What Telegram draws and does around the page; without Telegram nothing of it, and no error. */

const app = window.Telegram?.WebApp ?? null;

/** Who opened the page, signed by Telegram; empty outside of it. */
export const initData = app?.initData ?? "";
/** The same, not to be believed: good for a guess at the language before anybody has checked it. */
export const claimed = app?.initDataUnsafe ?? {};

export function themeParams() {
  return app?.themeParams ?? {};
}

export function onTheme(listener) {
  app?.onEvent("themeChanged", listener);
}

/** Tell Telegram that there is something to see, at full height and in its own colours. */
export function ready() {
  app?.ready();
  app?.expand();
  if (app?.isVersionAtLeast("6.1")) {
    app.setHeaderColor("secondary_bg_color");
    app.setBackgroundColor("secondary_bg_color");
  }
  // Pulling a list down would close the page.
  if (app?.isVersionAtLeast("7.7")) app.disableVerticalSwipes();
}

/** Keep the page's bottom above a keyboard and a phone's bars, which Telegram measures itself. */
export function followInsets() {
  const measure = () => {
    const root = document.documentElement.style;
    for (const side of ["top", "bottom", "left", "right"]) {
      const inset = (app?.safeAreaInset?.[side] ?? 0) + (app?.contentSafeAreaInset?.[side] ?? 0);
      root.setProperty(`--inset-${side}`, `${inset}px`);
    }
  };
  for (const name of ["safeAreaChanged", "contentSafeAreaChanged", "viewportChanged"]) app?.onEvent(name, measure);
  measure();
}

/** Telegram's buttons as the page wants them, and above that as whatever covers the page does. */
const layers = [{ back: null, main: null }];
app?.BackButton?.onClick(() => layers.at(-1).back?.());
app?.MainButton?.onClick(() => {
  const { main } = layers.at(-1);
  // A second press in haste is on its way before Telegram has heard that the button rests.
  if (main && main.active !== false && !main.busy) main.press();
});

function showButtons() {
  if (!app) return;
  const { back, main } = layers.at(-1);
  if (app.isVersionAtLeast("6.1")) app.BackButton[back ? "show" : "hide"]();
  if (main) app.MainButton.setParams({ text: main.text, is_active: main.active !== false && !main.busy, is_visible: true });
  if (main?.busy) app.MainButton.showProgress(true);
  else app.MainButton.hideProgress();
  if (!main) app.MainButton.hide();
}

/** Show Telegram's way back on the page, or hide it. */
export function showBack(listener) {
  layers[0].back = listener;
  showButtons();
}

/**
 * Show Telegram's own large button below the page, or hide it.
 *
 * @param {{text: string, press: () => void, active?: boolean, busy?: boolean}|null} button
 */
export function showMain(button) {
  layers[0].main = button;
  showButtons();
}

/** Other buttons for as long as something covers the page, until `end`. */
export function coverButtons(buttons) {
  layers.push(buttons);
  showButtons();
  return {
    showMain: (button) => {
      buttons.main = button;
      showButtons();
    },
    end: () => {
      layers.splice(layers.indexOf(buttons), 1);
      showButtons();
    },
  };
}

/** Let the phone be felt: "success", "error", "warning", or "select" for a choice. */
export function feel(what) {
  if (!app?.isVersionAtLeast("6.1")) return;
  if (what === "select") app.HapticFeedback.selectionChanged();
  else app.HapticFeedback.notificationOccurred(what);
}

/** Whether the page is inside Telegram at all. */
export function isInTelegram() {
  return Boolean(initData);
}

/** Let Telegram save what is at an address; false where this one can't (before Bot API 8.0). */
export function downloadByTelegram(url, name) {
  if (!app?.isVersionAtLeast("8.0") || !app.downloadFile) return false;
  app.downloadFile({ url, file_name: name });
  return true;
}

/** Close the page. */
export function closeApp() {
  app?.close();
}

/** Open an address: Telegram's own inside Telegram, any other in a browser. */
export function openAddress(address) {
  const { hostname } = new URL(address);
  if (app && hostname === "t.me") app.openTelegramLink(address);
  else if (app) app.openLink(address);
  else open(address, "_blank", "noopener");
}
