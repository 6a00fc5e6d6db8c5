/** What is offered while one types: commands behind `/`, people behind `@`. */
import { avatar, fullName } from "/app/drawing/avatars.js";
import { fill, h } from "/app/drawing/dom.js";

const MOST = 60;

/**
 * @typedef {{key: string, name: string, hint: string, face: HTMLElement|null,
 *   insert: string, person: number|null}} Option  `person` where the name stands for somebody without a username
 */

export class Completion {
  /**
   * @param {HTMLTextAreaElement} field
   * @param {HTMLElement} list
   * @param {{commands: () => Array<{command: string, description: string}>, people: () => Array<object>,
   *   choose: (option: Option, from: number, to: number) => void}} source
   */
  constructor(field, list, source) {
    Object.assign(this, { field, list, source });
    this.options = [];
    this.chosen = 0;
    field.setAttribute("aria-controls", list.id);
    field.setAttribute("aria-autocomplete", "list");
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const row = event.target.closest("[role=option]");
      if (row) this.#take(Number(row.dataset.index));
    });
  }

  get isOpen() {
    return !this.list.hidden;
  }

  /** Look at what stands before the caret. */
  update() {
    const caret = this.field.selectionStart;
    const before = this.field.value.slice(0, caret);
    const command = /^\/(\w*)$/.exec(before);
    const name = /(^|[\s(,+-])@([\p{L}\p{M}\p{N}_]*)$/u.exec(before);
    if (command) this.#offer(this.#commands(command[1]), 0, caret);
    else if (name) this.#offer(this.#people(name[2]), caret - name[2].length - 1, caret);
    else this.close();
  }

  #commands(typed) {
    const wanted = typed.toLowerCase();
    return this.source.commands()
      .filter(({ command }) => command.startsWith(wanted))
      .map(({ command, description }) => ({ key: command, name: `/${command}`, hint: description, face: null,
        insert: `/${command} `, person: null }));
  }

  #people(typed) {
    const wanted = typed.toLocaleLowerCase();
    return this.source.people()
      .filter((person) => [person.username, person.first_name, person.last_name]
        .some((word) => word?.toLocaleLowerCase().startsWith(wanted)))
      .map((person) => ({ key: `p${person.id}`, name: fullName(person),
        hint: person.username ? `@${person.username}` : "no username",
        face: avatar(person.id, fullName(person), { size: "tiny" }),
        insert: person.username ? `@${person.username} ` : `${person.first_name} `,
        person: person.username ? null : person.id }));
  }

  #offer(options, from, to) {
    this.options = options.slice(0, MOST);
    Object.assign(this, { from, to, chosen: 0 });
    if (this.options.length === 0) return this.close();
    fill(this.list, this.options.map((option, index) =>
      h("div", { class: "option", role: "option", id: `option-${index}`, dataset: { index } },
        option.face, h("b", { dir: "auto" }, option.name), h("span", { dir: "auto" }, option.hint))));
    this.list.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
    return this.#mark();
  }

  #mark() {
    [...this.list.children].forEach((row, index) =>
      row.setAttribute("aria-selected", index === this.chosen ? "true" : "false"));
    const row = this.list.children[this.chosen];
    row.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", row.id);
  }

  close() {
    this.options = [];
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }

  /** Take a key if it is for the list; a command typed out in full is sent by Enter, not completed. */
  key(event) {
    if (!this.isOpen) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.chosen = (this.chosen + step + this.options.length) % this.options.length;
      this.#mark();
      return true;
    }
    if (event.key === "Escape") {
      this.close();
      return true;
    }
    if (event.key === "Tab" || (event.key === "Enter" && !event.shiftKey)) {
      const option = this.options[this.chosen];
      const typed = this.field.value.slice(this.from, this.to);
      if (event.key === "Enter" && typed === option.insert.trim()) {
        this.close();
        return false;
      }
      this.#take(this.chosen);
      return true;
    }
    return false;
  }

  #take(index) {
    const option = this.options[index];
    const { from, to } = this;
    this.close();
    this.source.choose(option, from, to);
  }
}
