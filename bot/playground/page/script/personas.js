/** The switch "write as": who of a group's people types and presses. */
import { avatar, fullName } from "/app/drawing/avatars.js";
import { fill, h, iconButton } from "/app/drawing/dom.js";

/**
 * Fill the row of chips.
 *
 * @param {HTMLElement} row
 * @param {import("./store.js").Store} store
 * @param {import("./view.js").View} view
 * @param {() => void} openPeople
 * @param {() => void} backToText called when somebody pointed at a chip, not when they came by keyboard
 */
export function showPersonas(row, store, view, openPeople, backToText) {
  const { chat } = view;
  row.hidden = !chat || chat.type === "private";
  if (row.hidden) return;
  const people = store.peopleIn(chat);
  const names = shownNames(people);
  const hadFocus = row.contains(document.activeElement);
  fill(row,
    h("span", { class: "personas-label", id: "personas-label" }, "Write as"),
    people.map((person) => {
      const chosen = person.id === view.persona?.id;
      return h("button", { type: "button", class: "persona", role: "radio", "aria-checked": String(chosen),
        tabindex: chosen ? "0" : "-1", title: `Write and press as ${fullName(person)}`,
        dataset: { person: person.id }, onclick: (event) => {
          view.become(person.id);
          if (event.detail > 0) backToText();
        } },
      avatar(person.id, fullName(person), { size: "tiny" }), h("span", { dir: "auto" }, names.get(person.id)));
    }),
    iconButton("plus", "Add somebody", openPeople));
  const chip = row.querySelector("[aria-checked=true]");
  chip?.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (hadFocus) chip?.focus();
}

/** First names, the full ones where two people would look alike. */
function shownNames(people) {
  const alike = (name) => people.filter((person) => person.first_name === name).length > 1;
  return new Map(people.map((person) =>
    [person.id, alike(person.first_name) ? fullName(person) : person.first_name]));
}

/** The arrow keys move within the chips, as within any group of radio buttons. */
export function personaKeys(row, view) {
  row.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step || event.target.getAttribute("role") !== "radio") return;
    event.preventDefault();
    const chips = [...row.querySelectorAll("[role=radio]")];
    const next = chips[(chips.indexOf(event.target) + step + chips.length) % chips.length];
    view.become(Number(next.dataset.person));
  });
}
