/** Another currency: those used here first, then all. */
import { currencies, currencyName, say } from "../words.js";
import { findOne } from "./search-choice.js";

/** @param {string[]} first @returns {Promise<string|null>} */
export function chooseCurrency(chosen, first) {
  const all = [...new Set([...first, ...currencies()])];
  return findOne(say("Currency"), all.map((code) => ({ value: code, title: currencyName(code), small: code })), chosen);
}
