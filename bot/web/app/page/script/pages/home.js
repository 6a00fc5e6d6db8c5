/** My groups, and where I stand in each. */
import { avatar } from "../../drawing/avatars.js";
import { fill, h, icon } from "../../drawing/dom.js";
import { define, Page } from "../page.js";
import { aboutInAll, inAll, nets, netAmount, standing } from "../parts/amounts.js";
import { card, row } from "../parts/rows.js";
import { go } from "../places.js";
import { say } from "../words.js";

class HomePage extends Page {
  paths() {
    return { me: "me" };
  }

  stream() {
    return "me/events";
  }

  draw({ me }) {
    const groups = [...me.groups].sort((one, other) => weight(other) - weight(one));
    fill(this,
      h("header", { class: "page-head" }, h("h1", {}, say("Groups"))),
      groups.length > 1 ? total(groups, me.about) : null,
      groups.length ? card(null, groups.map(groupRow)) : none(),
      card(null, row({ start: h("span", { class: "tile" }, icon("plus")), title: say("New group"), class: "accent", onclick: () => go("new-group") })),
      card(null, row({ start: h("span", { class: "tile" }, icon("person")), title: say("You"),
        small: say("Language, how people can pay you, reminders, privacy"), chevron: true, onclick: () => go("you") })));
  }
}

/** Groups with something open come first. */
function weight(group) {
  return group.nets.some(({ amount }) => Number(amount) !== 0) ? 1 : 0;
}

function groupRow(group) {
  return row({ start: avatar(group.id, group.name), title: group.name, small: group.about && group.nets.length > 1 ? [standing(group.nets), " · ", aboutInAll(group.about)] : standing(group.nets),
    end: nets(group.nets), onclick: () => go("group", { group: group.id }) });
}

function total(groups, about) {
  const sums = new Map();
  for (const { amount, currency } of groups.flatMap((group) => group.nets)) {
    sums.set(currency, (sums.get(currency) ?? 0) + Number(amount));
  }
  const open = [...sums].map(([currency, amount]) => ({ currency, amount: Math.round(amount * 1e6) / 1e6 }))
    .filter(({ amount }) => amount !== 0);
  return h("section", { class: "hero" }, h("p", {}, say("In all")),
    open.length ? h("p", { class: "hero-amounts" }, open.map(netAmount)) : h("p", { class: "hero-amounts" }, say("All square.")), open.length > 1 ? inAll(about) : null);
}

function none() {
  return h("div", { class: "nothing" }, h("p", {}, say("You share no group with me yet.")),
    h("p", {}, say("Add me to one in Telegram, or make one here, which needs no chat.")));
}

export const tag = define("home-page", HomePage);
