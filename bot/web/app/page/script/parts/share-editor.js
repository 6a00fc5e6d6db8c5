/** Who shares, in five ways; each share is shown as the book works it out, and what is missing is said. */
import { fill, h } from "../../drawing/dom.js";
import { avatar } from "../../drawing/avatars.js";
import { PART_FIELDS } from "../expense-draft.js";
import { youOr } from "../names.js";
import { currencySign, money, number, say, sayCount } from "../words.js";

const WAYS = {
  EQUAL: () => say("Equally"),
  EXACT: () => say("Amounts"),
  PERCENTAGE: () => say("Percent"),
  SHARES: () => say("Shares"),
  ADJUSTMENT: () => say("More or less"),
  MIXED: () => say("As it was"),
};

class ShareEditor extends HTMLElement {
  /**
   * @param {import("../expense-draft.js").Draft} draft is written to
   * @param {{userId: string, name: string, active: boolean, weight?: string}[]} people
   * @param {{name: string, members: {id: string}[]}[]} sets names for several of them
   * @param {() => void} changed
   */
  show(draft, people, sets, changed) {
    Object.assign(this, { draft, people, sets, changed });
    this.left = h("p", { class: "share-left", role: "status" });
    this.error = h("p", { class: "refusal", id: "splits-error", role: "alert" });
    this.ways = h("div", { class: "ways", role: "radiogroup", "aria-label": say("How it is shared") }, Object.keys(WAYS).filter((way) => way !== "MIXED" || draft.splitType === way).map((way) =>
      h("label", { class: "way" }, h("input", { type: "radio", name: "way", value: way, checked: way === draft.splitType,
        onchange: () => this.#choose(way) }), h("span", {}, WAYS[way]()))));
    this.list = h("div", { class: "card" });
    this.named = h("div", { class: "sets", role: "group", "aria-label": say("Sets of people"), hidden: !sets.length });
    fill(this, this.ways, this.named, this.list, this.left, this.error);
    this.#draw();
    const chosen = this.ways.querySelector(":checked")?.parentElement;
    requestAnimationFrame(() => chosen?.scrollIntoView({ block: "nearest", inline: "center" }));
  }

  #choose(way) {
    this.draft.splitType = way;
    if (way === "SHARES") this.#weigh();
    this.#draw();
    this.changed();
  }

  /** Whoever counts twice by default does so here as well, until another number is typed. */
  #weigh() {
    const parts = this.draft.parts.SHARES;
    for (const { userId, weight = "1" } of this.people) if (Number(weight) !== 1) parts[userId] ??= weight;
  }

  /** Those of a set who are here. */
  #of(set) {
    const ids = new Set(set.members.map(({ id }) => id));
    return this.people.filter((person) => person.active && ids.has(person.userId)).map((person) => person.userId);
  }

  #showSets() {
    if (this.draft.splitType === "MIXED") return fill(this.named);
    const sharing = new Set(this.draft.sharing);
    return fill(this.named, this.sets.map((set) => {
      const those = this.#of(set);
      const chosen = those.length > 0 && those.length === sharing.size && those.every((userId) => sharing.has(userId));
      return h("button", { type: "button", class: "chip", "aria-pressed": String(chosen), disabled: !those.length, onclick: () => {
        this.draft.sharing = chosen ? this.people.filter((person) => person.active).map((person) => person.userId) : those;
        this.#draw();
        this.changed();
      } }, h("bdi", {}, `@${set.name}`));
    }));
  }

  #draw() {
    const those = this.people.filter((person) => person.active || this.draft.sharing.includes(person.userId));
    this.rows = new Map();
    this.everybody = h("span", { class: "row-title" });
    fill(this.list, those.map((person) => this.#row(person)), those.length < 3 || this.draft.splitType === "MIXED" ? null
      : h("button", { type: "button", class: "row accent", onclick: () => this.#all(those) }, h("span", { class: "row-words" }, this.everybody)));
    this.#showEverybody(those);
  }

  #showEverybody(those = this.people.filter((person) => this.rows.has(person.userId))) {
    this.#showSets();
    fill(this.everybody, those.every((person) => this.draft.sharing.includes(person.userId)) ? say("Nobody") : say("Everybody"));
  }

  #all(those) {
    const all = those.every((person) => this.draft.sharing.includes(person.userId));
    this.draft.sharing = all ? [] : those.map((person) => person.userId);
    this.#draw();
    this.changed();
  }

  #row(person) {
    const { userId } = person;
    const name = youOr(userId, person.name);
    const share = h("output", { class: "share" });
    const words = h("span", { class: "row-words" }, h("span", { class: "row-title", dir: "auto" }, name),
      this.draft.splitType === "EQUAL" && Number(person.weight ?? 1) !== 1 ? h("span", { class: "row-small" }, `× ${number(person.weight)}`) : null);
    const end = h("span");
    this.rows.set(userId, { share, show: () => this.#showPart(userId, name, { share, words, end }) });
    this.rows.get(userId).show();
    const box = h("input", { type: "checkbox", checked: this.draft.sharing.includes(userId), "aria-describedby": "splits-error",
      disabled: this.draft.splitType === "MIXED", onchange: () => this.#share(userId, box.checked) });
    return h("div", { class: "row share-row" },
      h("label", { class: "share-who" }, box, avatar(userId, person.name, { size: "small" }), words), end);
  }

  /** Somebody's part to type, with the share below the name; or the share alone. */
  #showPart(userId, name, { share, words, end }) {
    const typed = this.draft.sharing.includes(userId) && PART_FIELDS[this.draft.splitType];
    fill(end, typed ? this.#part(userId, name) : share);
    if (typed) words.append(share);
  }

  #part(userId, name) {
    const way = this.draft.splitType;
    const parts = this.draft.parts[way];
    const field = h("input", { type: "text", inputmode: way === "ADJUSTMENT" ? "text" : "decimal", class: "part", autocomplete: "off", dir: "ltr",
      value: parts[userId] ?? "", placeholder: way === "SHARES" ? "1" : "0", "aria-label": say("{name}: {part}", { name, part: WAYS[way]() }),
      "aria-describedby": "splits-error", onfocus: () => field.select(), oninput: () => {
        parts[userId] = field.value;
        this.changed();
      } });
    const sign = { EXACT: currencySign(this.draft.currency), PERCENTAGE: "%", SHARES: "×", ADJUSTMENT: "±" }[way];
    return h("span", { class: "part-box" }, h("span", { class: "part-sign", "aria-hidden": "true" }, sign), field);
  }

  #share(userId, shares) {
    const { sharing } = this.draft;
    this.draft.sharing = shares ? [...sharing, userId] : sharing.filter((one) => one !== userId);
    this.rows.get(userId).show();
    this.#showEverybody();
    this.changed();
  }

  /** Draw anew what depends on the currency. */
  redraw() {
    this.#draw();
  }

  /**
   * Show what the book makes of it.
   *
   * @param {{shares: {userId: string, amount: string}[], ok: boolean, words?: string}|null} told null where it is not known
   */
  tell(told) {
    const shares = new Map((told?.shares ?? []).map((share) => [share.userId, share.amount]));
    for (const [userId, { share }] of this.rows) {
      fill(share, shares.has(userId) && this.draft.splitType !== "EXACT" ? money(shares.get(userId), this.draft.currency) : null);
    }
    const amounts = new Set(shares.values());
    fill(this.left, told?.words ? h("span", { class: "refusal" }, told.words)
      : told?.ok && amounts.size === 1 && shares.size > 1 ? say("{amount} each", { amount: money([...amounts][0], this.draft.currency) })
        : told?.ok && shares.size > 1 ? sayCount("{count} person shares.", "{count} people share.", shares.size) : null);
  }

  complain(words) {
    fill(this.error, words);
    if (words) fill(this.left);
  }
}

customElements.define("share-editor", ShareEditor);
