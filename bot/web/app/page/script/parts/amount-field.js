/** A large amount with a pad of keys below the page, so that no keyboard has to come up for it. */
import { fill, h, icon } from "../../drawing/dom.js";
import { untouched } from "../../drawing/touch.js";
import { feel } from "../telegram.js";
import { currencySign, decimalMark, decimalsOf, money, say } from "../words.js";
import { valueOf } from "./arithmetic.js";

const OPERATORS = { "+": "+", "-": "−", "*": "×", x: "×", "/": "÷", ":": "÷" };
const KEYS = ["7", "8", "9", "÷", "4", "5", "6", "×", "1", "2", "3", "−", ".", "0", "back", "+"];
const LONGEST = 40;

class AmountField extends HTMLElement {
  /**
   * @param {{typed: string, currency: string, changed: (typed: string) => void, chooseCurrency?: () => void, label: string}} given
   */
  show(given) {
    Object.assign(this, given);
    this.input = h("input", { type: "text", inputmode: "none", class: "amount-input", autocomplete: "off", "aria-label": this.label,
      "aria-describedby": "amount-error", placeholder: "0", maxlength: String(LONGEST), dir: "ltr",
      oninput: () => this.#typed(this.input.value), onfocus: () => this.#openPad(), onclick: () => this.#openPad() });
    this.worked = h("output", { class: "amount-worked" });
    this.error = h("p", { class: "refusal", id: "amount-error", role: "alert" });
    this.sign = h("button", { type: "button", class: "amount-currency", onclick: () => this.chooseCurrency?.(),
      disabled: !this.chooseCurrency });
    this.pad = h("div", { class: "pad", hidden: true, role: "group", "aria-label": say("Keys for the amount") },
      KEYS.map((key) => this.#key(key)));
    fill(this, h("div", { class: "amount-line" }, this.sign, this.input), this.worked, this.error, this.pad);
    this.addEventListener("focusout", async (event) => {
      if (this.contains(event.relatedTarget) || !event.relatedTarget) return;
      // What is pressed just now would move from under the finger.
      await untouched();
      if (!this.contains(document.activeElement)) this.closePad();
    });
    this.setCurrency(this.currency);
    this.set(this.typed);
  }

  #key(key) {
    const label = { back: say("Take back the last digit"), ".": decimalMark(), "÷": say("divided by"), "×": say("times"),
      "−": say("minus"), "+": say("plus") }[key];
    return h("button", { type: "button", class: /\d|\./.test(key) ? "pad-key" : "pad-key sign", "aria-label": label,
      // The field keeps the focus, so that keys of a keyboard go on as well.
      onpointerdown: (event) => event.preventDefault(), onclick: () => this.#press(key) },
    key === "back" ? icon("erase") : key === "." ? decimalMark() : key);
  }

  #press(key) {
    feel("select");
    const { selectionStart: from, selectionEnd: to, value } = this.input;
    if (key === "back") this.input.setRangeText("", from === to ? Math.max(0, from - 1) : from, to, "end");
    else if (value.length < LONGEST) this.input.setRangeText(key, from, to, "end");
    this.#typed(this.input.value);
  }

  #typed(written) {
    const caret = this.input.selectionStart;
    const read = readTyped(written);
    const shown = read.replaceAll(".", decimalMark());
    if (shown !== this.input.value) {
      this.input.value = shown;
      this.input.setSelectionRange(caret, caret);
    }
    this.typed = read;
    this.#measure();
    this.changed(read);
  }

  /** Put an amount there as if typed. */
  set(typed) {
    this.typed = typed;
    this.input.value = typed.replaceAll(".", decimalMark());
    this.#measure();
  }

  setCurrency(currency) {
    this.currency = currency;
    fill(this.sign, currencySign(currency), this.chooseCurrency ? icon("down") : null);
    this.sign.setAttribute("aria-label", say("Currency: {currency}", { currency }));
    this.#measure();
  }

  /** The amount as an exact decimal, null where there is none. */
  get value() {
    return valueOf(this.typed, decimalsOf(this.currency));
  }

  #measure() {
    const isSum = /[+−×÷]/.test(this.typed);
    const { value } = this;
    fill(this.worked, isSum && value !== null ? `= ${money(value, this.currency)}` : null);
    this.input.style.setProperty("--letters", String(Math.max(1, this.input.value.length)));
    this.classList.toggle("long", this.input.value.length > 9);
  }

  complain(words) {
    fill(this.error, words);
    this.input.setAttribute("aria-invalid", String(Boolean(words)));
  }

  #openPad() {
    this.pad.hidden = false;
    document.documentElement.classList.add("with-pad");
  }

  closePad() {
    this.pad.hidden = true;
    document.documentElement.classList.remove("with-pad");
  }

  disconnectedCallback() {
    document.documentElement.classList.remove("with-pad");
  }

  focus() {
    this.input.focus({ preventScroll: true });
    this.input.setSelectionRange(this.input.value.length, this.input.value.length);
  }
}

/** Digits, one mark in each number, and signs; whatever else was typed is not there. */
export function readTyped(written) {
  const digits = written.replace(/[٠-٩۰-۹०-९]/g, (digit) => String(valueOfDigit(digit)));
  return [...digits].map((letter) => (letter === "," || letter === "٫" ? "." : OPERATORS[letter] ?? letter)).join("")
    .replace(/[^\d.+−×÷]/g, "").replace(/^[+−×÷]+/, "")
    .replace(/[+−×÷]+(?=[+−×÷])/g, "").replace(/(\.\d*)\./g, "$1");
}

function valueOfDigit(digit) {
  const code = digit.codePointAt(0);
  const zero = [0x660, 0x6f0, 0x966].find((first) => code >= first && code <= first + 9);
  return code - zero;
}

customElements.define("amount-field", AmountField);
