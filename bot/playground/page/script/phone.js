/** The phone that shows the Mini App over the chat: what Telegram draws around it, and how it talks to it. */
import { fullName } from "/app/drawing/avatars.js";
import { fill, h, iconButton } from "/app/drawing/dom.js";
import { post } from "./connection.js";
import { attempt } from "./toasts.js";

/** Telegram's own colours: the light day theme and the night theme of its apps. */
const THEMES = {
  light: {
    bg_color: "#ffffff", secondary_bg_color: "#efeff4", section_bg_color: "#ffffff", header_bg_color: "#ffffff",
    bottom_bar_bg_color: "#ffffff", text_color: "#000000", hint_color: "#8e8e93", subtitle_text_color: "#8e8e93",
    section_header_text_color: "#6d6d71", link_color: "#2481cc", accent_text_color: "#2481cc",
    button_color: "#2481cc", button_text_color: "#ffffff", destructive_text_color: "#ff3b30",
    section_separator_color: "#c8c7cc",
  },
  dark: {
    bg_color: "#17212b", secondary_bg_color: "#0e1621", section_bg_color: "#17212b", header_bg_color: "#17212b",
    bottom_bar_bg_color: "#17212b", text_color: "#f5f5f5", hint_color: "#708499", subtitle_text_color: "#708499",
    section_header_text_color: "#6ab3f3", link_color: "#6ab3f3", accent_text_color: "#6ab2f2",
    button_color: "#5288c1", button_text_color: "#ffffff", destructive_text_color: "#ec3942",
    section_separator_color: "#111921",
  },
};
const WIDE_KEY = "phone-wide";

export class Phone {
  /**
   * @param {import("./store.js").Store} store
   * @param {(address: string) => void} follow what to do with a link that the app opens
   */
  constructor(store, follow) {
    Object.assign(this, { store, follow });
    this.dialog = null;
    addEventListener("message", (event) => this.#heard(event));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#dress());
    new MutationObserver(() => this.#dress()).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  }

  /**
   * Open the Mini App as somebody.
   *
   * @param {{person: number, chat?: number, start?: string}} opening `start` is a link's startapp
   */
  async open(opening) {
    const answer = await attempt(() => post("launch", opening));
    if (!answer) return;
    this.close();
    this.headColor = null;
    this.main = h("button", { type: "button", class: "phone-main", hidden: true,
      onclick: () => this.#tell("main_button_pressed") });
    this.back = iconButton("back", "Back", () => this.#tell("back_button_pressed"), { hidden: true });
    this.frame = h("iframe", { title: "Mini App", class: "phone-app", src: this.#address(answer.init_data) });
    const person = this.store.people.get(opening.person);
    this.dialog = h("dialog", { class: "phone", "aria-label": "Mini App" },
      h("header", { class: "phone-head" },
        this.back,
        h("strong", { dir: "auto" }, fullName(this.store.bot), h("small", {}, `as ${fullName(person)}`)),
        iconButton("wide", "Wide or narrow", () => this.#turn(), { class: "phone-wide" }),
        iconButton("close", "Close the Mini App", () => this.close())),
      this.frame, this.main);
    this.dialog.classList.toggle("wide", sessionStorage.getItem(WIDE_KEY) === "yes");
    this.dialog.addEventListener("close", () => this.close());
    document.body.append(this.dialog);
    this.#paint();
    this.dialog.showModal();
  }

  close() {
    this.dialog?.remove();
    this.dialog = null;
  }

  #address(initData) {
    const launch = new URLSearchParams({ tgWebAppData: initData, tgWebAppVersion: "9.1", tgWebAppPlatform: "web",
      tgWebAppThemeParams: JSON.stringify(this.#theme()) });
    return `/app/#${launch}`;
  }

  #theme() {
    const chosen = document.documentElement.dataset.theme;
    const dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    return THEMES[dark ? "dark" : "light"];
  }

  #dress() {
    if (!this.dialog) return;
    this.#paint();
    this.#tell("theme_changed", { theme_params: this.#theme() });
  }

  #paint() {
    const theme = { ...this.#theme() };
    theme.header_bg_color = theme[this.headColor] ?? theme.header_bg_color;
    for (const name of ["header_bg_color", "bg_color", "text_color", "hint_color", "button_color", "button_text_color",
      "secondary_bg_color", "bottom_bar_bg_color"]) this.dialog.style.setProperty(`--${name.replaceAll("_", "-")}`, theme[name]);
  }

  #turn() {
    const wide = this.dialog.classList.toggle("wide");
    sessionStorage.setItem(WIDE_KEY, wide ? "yes" : "no");
  }

  #tell(eventType, eventData = {}) {
    this.frame?.contentWindow?.postMessage(JSON.stringify({ eventType, eventData }), location.origin);
  }

  #heard(event) {
    if (!this.dialog || event.source !== this.frame.contentWindow || typeof event.data !== "string") return;
    const { eventType, eventData } = JSON.parse(event.data);
    this.#deeds[eventType]?.(eventData);
  }

  #deeds = {
    web_app_close: () => this.close(),
    web_app_setup_back_button: ({ is_visible: visible }) => {
      this.back.hidden = !visible;
    },
    web_app_setup_main_button: (button) => {
      this.main.hidden = !button.is_visible;
      this.main.disabled = !button.is_active || button.is_progress_visible;
      this.main.classList.toggle("busy", Boolean(button.is_progress_visible));
      this.main.setAttribute("aria-busy", String(Boolean(button.is_progress_visible)));
      fill(this.main, h("span", { dir: "auto" }, button.text));
    },
    web_app_set_header_color: ({ color_key: key }) => {
      this.headColor = key;
      this.#paint();
    },
    web_app_trigger_haptic_feedback: ({ type, notification_type: kind }) => {
      if (type === "notification") this.#shake(kind);
    },
    web_app_request_file_download: ({ url, file_name: fileName }) => {
      h("a", { href: url, download: fileName }).click();
      this.#tell("file_download_requested", { status: "downloading" });
    },
    web_app_open_link: ({ url }) => this.follow(url),
    web_app_open_tg_link: ({ path_full: path }) => {
      this.close();
      this.follow(`https://t.me${path}`);
    },
  };

  /** What a phone would let one feel is shown at the edge, where motion is not unwanted. */
  #shake(kind) {
    const colors = { success: "#31b545", error: "#e53935", warning: "#f5a623" };
    this.dialog.animate([{ boxShadow: `0 0 0 3px ${colors[kind]}` }, { boxShadow: `0 0 0 3px ${colors[kind]}00` }],
      { duration: 700, easing: "ease-out" });
  }
}
