// Stands in for Telegram's own script, as far as the Mini App uses it: the same names and the same
// messages to whatever frames the page (https://core.telegram.org/bots/webapps). Here that is phone.js.
{
  const launch = new URLSearchParams(location.hash.slice(1));
  const initData = launch.get("tgWebAppData") ?? "";
  const listeners = new Map();
  /** Who waits to hear whether a file is saved, the first first. */
  const answers = [];

  const tell = (eventType, eventData = {}) =>
    parent.postMessage(JSON.stringify({ eventType, eventData }), location.origin);
  const fire = (name, data) => {
    for (const listener of listeners.get(name) ?? []) listener.call(WebApp, data);
  };

  /** What Telegram says of its colours, as variables too: `--tg-theme-bg-color`. */
  function wear(params) {
    WebApp.themeParams = params;
    WebApp.colorScheme = isDark(params.bg_color ?? "#ffffff") ? "dark" : "light";
    for (const [name, color] of Object.entries(params)) {
      document.documentElement.style.setProperty(`--tg-theme-${name.replaceAll("_", "-")}`, color);
    }
  }

  function isDark(color) {
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
    return Math.sqrt(0.299 * red ** 2 + 0.587 * green ** 2 + 0.114 * blue ** 2) < 120;
  }

  function unsafe() {
    return Object.fromEntries([...new URLSearchParams(initData)].map(([name, value]) =>
      [name, name === "user" ? JSON.parse(value) : value]));
  }

  /** A button that Telegram draws, and of which it says when it is pressed. */
  class OuterButton {
    #message;
    #event;

    constructor(message, event) {
      this.#message = message;
      this.#event = event;
      this.isVisible = false;
    }

    onClick(listener) {
      WebApp.onEvent(this.#event, listener);
      return this;
    }

    offClick(listener) {
      WebApp.offEvent(this.#event, listener);
      return this;
    }

    show() {
      return this.setParams({ is_visible: true });
    }

    hide() {
      return this.setParams({ is_visible: false });
    }

    setParams(params) {
      if ("is_visible" in params) this.isVisible = params.is_visible;
      if ("is_active" in params) this.isActive = params.is_active;
      if ("text" in params) this.text = params.text;
      tell(this.#message, this.told());
      return this;
    }

    told() {
      return { is_visible: this.isVisible };
    }
  }

  class MainButton extends OuterButton {
    isActive = true;
    text = "Continue";
    isProgressVisible = false;

    told() {
      return { is_visible: this.isVisible, is_active: this.isActive, text: this.text,
        is_progress_visible: this.isProgressVisible };
    }

    setText(text) {
      return this.setParams({ text });
    }

    enable() {
      return this.setParams({ is_active: true });
    }

    disable() {
      return this.setParams({ is_active: false });
    }

    showProgress() {
      this.isProgressVisible = true;
      return this.setParams({});
    }

    hideProgress() {
      this.isProgressVisible = false;
      return this.setParams({});
    }
  }

  const WebApp = {
    initData,
    initDataUnsafe: initData ? unsafe() : {},
    version: "9.1",
    platform: "web",
    isExpanded: true,
    themeParams: {},
    colorScheme: "light",
    viewportHeight: innerHeight,
    viewportStableHeight: innerHeight,
    safeAreaInset: { top: 0, bottom: 0, left: 0, right: 0 },
    contentSafeAreaInset: { top: 0, bottom: 0, left: 0, right: 0 },
    MainButton: new MainButton("web_app_setup_main_button", "mainButtonClicked"),
    BackButton: new OuterButton("web_app_setup_back_button", "backButtonClicked"),
    HapticFeedback: {
      impactOccurred: (style) => tell("web_app_trigger_haptic_feedback", { type: "impact", impact_style: style }),
      notificationOccurred: (type) =>
        tell("web_app_trigger_haptic_feedback", { type: "notification", notification_type: type }),
      selectionChanged: () => tell("web_app_trigger_haptic_feedback", { type: "selection_change" }),
    },
    isVersionAtLeast: () => true,
    onEvent(name, listener) {
      listeners.set(name, (listeners.get(name) ?? new Set()).add(listener));
    },
    offEvent(name, listener) {
      listeners.get(name)?.delete(listener);
    },
    ready: () => tell("web_app_ready"),
    expand: () => tell("web_app_expand"),
    close: () => tell("web_app_close"),
    openLink: (url) => tell("web_app_open_link", { url }),
    openTelegramLink: (url) => tell("web_app_open_tg_link", { path_full: new URL(url).pathname + new URL(url).search }),
    downloadFile: ({ url, file_name: fileName }, answered) => {
      if (answered) answers.push(answered);
      tell("web_app_request_file_download", { url, file_name: fileName });
    },
    setHeaderColor: (color) => tell("web_app_set_header_color", color.startsWith("#") ? { color } : { color_key: color }),
    setBackgroundColor: (color) => tell("web_app_set_background_color", { color }),
    enableClosingConfirmation: () => tell("web_app_setup_closing_behavior", { need_confirmation: true }),
    disableClosingConfirmation: () => tell("web_app_setup_closing_behavior", { need_confirmation: false }),
    enableVerticalSwipes: () => {},
    disableVerticalSwipes: () => {},
  };

  const heard = {
    file_download_requested: ({ status }) => answers.shift()?.(status === "downloading"),
    theme_changed: ({ theme_params: params }) => {
      wear(params);
      fire("themeChanged");
    },
    viewport_changed: ({ height, is_state_stable: isStateStable }) => {
      WebApp.viewportHeight = height;
      if (isStateStable) WebApp.viewportStableHeight = height;
      fire("viewportChanged", { isStateStable });
    },
    safe_area_changed: (inset) => {
      WebApp.safeAreaInset = inset;
      fire("safeAreaChanged");
    },
    main_button_pressed: () => fire("mainButtonClicked"),
    back_button_pressed: () => fire("backButtonClicked"),
  };

  addEventListener("message", (event) => {
    if (event.source !== parent || event.origin !== location.origin || typeof event.data !== "string") return;
    const { eventType, eventData } = JSON.parse(event.data);
    heard[eventType]?.(eventData ?? {});
  });

  window.Telegram = { WebApp };
  wear(JSON.parse(launch.get("tgWebAppThemeParams") ?? "{}"));
}
