/** A set of people in a sheet: what it is called, and who is in it; what is wrong stands beside it. */
import { avatar } from "../../drawing/avatars.js";
import { fill, h } from "../../drawing/dom.js";
import { youOr } from "../names.js";
import { feel } from "../telegram.js";
import { say } from "../words.js";
import { saving } from "./saving.js";
import { openSheet } from "./sheet.js";

/** As the chat has them behind an @: one word of letters, digits and _. */
const NAME = /^[\p{L}_][\p{L}\p{N}_]{1,31}$/u;

/**
 * @param {{set: {name: string, members: {id: string}[]}|null, members: {userId: string, name: string}[],
 *   save: (said: {name: string, members: string[]}) => Promise<*>}} given `save` may throw `Refused`
 */
export function askForSet({ set, members, save }) {
  const title = set ? `@${set.name}` : say("New set");
  openSheet(title, (close, showMain) => {
    const error = (id) => h("p", { class: "refusal", id, role: "alert" });
    const errors = { name: error("set-name-error"), members: error("set-members-error") };
    const field = h("input", { type: "text", class: "search plain", value: set?.name ?? "", autocomplete: "off", autocapitalize: "none", dir: "auto",
      placeholder: say("Name, such as flat2"), "aria-label": say("Name"), "aria-describedby": "set-name-error", maxlength: "40" });
    const chosen = new Set(set?.members.map(({ id }) => id));
    const wrong = (name, people = "") => {
      fill(errors.name, name);
      fill(errors.members, people);
      field.setAttribute("aria-invalid", String(Boolean(name)));
    };
    const submit = saving(showMain, { press: () => form.requestSubmit(), save: () => save({ name: named(field), members: [...chosen] }),
      saved: close, refused: wrong });
    const form = h("form", { onsubmit: (event) => {
      event.preventDefault();
      const misnamed = NAME.test(named(field)) ? "" : say("One word of 2 to 32 letters and digits, a letter first.");
      wrong(misnamed, misnamed || chosen.size ? "" : say("Choose who is in it."));
      if (!misnamed && chosen.size) submit();
      else feel("error");
    } }, field, errors.name,
    h("div", { class: "card" }, members.map((member) => {
      const box = h("input", { type: "checkbox", checked: chosen.has(member.userId), "aria-describedby": "set-members-error",
        onchange: () => (box.checked ? chosen.add(member.userId) : chosen.delete(member.userId)) });
      return h("label", { class: "row" }, box, avatar(member.userId, member.name, { size: "small" }),
        h("span", { class: "row-words" }, h("span", { class: "row-title", dir: "auto" }, youOr(member.userId, member.name))));
    })), errors.members);
    return form;
  });
}

function named(field) {
  return field.value.trim().replace(/^@/, "").replace(/\s+/g, "_");
}
