/** What is kept about people; all of one's own as a file; and being forgotten. */
import { fill, find, h, icon } from "../../drawing/dom.js";
import { change } from "../api.js";
import { forgetOnDevice } from "../kept-here.js";
import { define, Page } from "../page.js";
import { netAmount } from "../parts/amounts.js";
import { download } from "../parts/downloading.js";
import { card, row } from "../parts/rows.js";
import { openSheet } from "../parts/sheet.js";
import { closeApp, feel, showBack, showMain } from "../telegram.js";
import { attempt } from "../toasts.js";
import { say, sayCount } from "../words.js";

class PrivacyPage extends Page {
  paths() {
    return { me: "me" };
  }

  draw({ me }) {
    fill(this, h("header", { class: "page-head" }, h("h1", {}, say("Privacy"))),
      h("section", { class: "card-block" }, h("h2", { class: "card-title" }, say("What I keep")), h("div", { class: "card reading" }, kept().map((words) => h("p", {}, words)))),
      card(null,
        row({ start: h("span", { class: "tile" }, icon("download")), title: say("Export my data"), small: say("All that I keep about you, as a file"),
          onclick: () => attempt(() => download("me/export")) }),
        row({ title: say("Forget me"), class: "danger", onclick: () => ask(me) })));
  }
}

/** The statement that `/privacy` gives. */
function kept() {
  return [
    say("Of you: your Telegram number; your name, username and language as they are now; since when you are in which group, and whether you added me to it."),
    say("If you told me with /payinfo: how you can be paid, for the people of your groups."),
    say("Of a group: its title, settings and schedules, and every entry with who wrote, changed, paid and shares it. A deleted entry stays in the log."),
    say("If you use me over HTTP: your e-mail address, phone number and tokens; of passwords and tokens only what tells them again, never themselves."),
    say("Of a file to be imported: what it says, until you import or cancel it."),
    say("Of a picture: its number with Telegram, which has the picture itself; one that was added in the app, until the group's chat has it."),
    say("Other messages only until they are answered; one that I asked about, for three days; an answer that a group does not take, until it does; one that I failed at, until somebody has looked into it."),
    say("A book is shown to the people of its group only. Whoever runs me can read it."),
  ];
}

/** Ask whether to forget somebody, with what goes, what stays and what is still open. */
function ask(me) {
  const open = me.groups.map((group) => ({ ...group, nets: group.nets.filter(({ amount }) => Number(amount) !== 0) })).filter(({ nets }) => nets.length);
  openSheet(say("Shall I forget you?"), (close, showSheetMain) => {
    showSheetMain(null);
    return [
      h("div", { class: "card reading" }, [
        say("Your name, username, number and language go."),
        me.groups.length ? sayCount("In {count} group you become a former member without a name. Its entries and sums stay as they are.",
          "In {count} groups you become a former member without a name. Their entries and sums stay as they are.", me.groups.length) : null,
        say("What people have written in descriptions and notes stays, too."),
        say("There is no way back: if you write in a group again, you are new there."),
      ].filter(Boolean).map((words) => h("p", {}, words))),
      open.length ? card(say("Still open"), open.map(({ name, nets }) => row({ title: name, end: h("span", { class: "amounts" }, nets.map(netAmount)) }))) : null,
      h("div", { class: "choices apart" },
        h("button", { type: "button", class: "button wide danger", onclick: () => forget(close) }, say("Yes, forget me")),
        h("button", { type: "button", class: "button wide", onclick: close }, say("No"))),
    ];
  });
}

async function forget(close) {
  await attempt(async () => {
    await change("DELETE", "me?confirm=forget");
    close();
    forgetOnDevice();
    // Nothing is asked any more: whoever asks is met anew.
    fill(find("#place"), h("div", { class: "nothing" }, h("p", {}, say("Done. I don't know you any more. All the best!"))));
    showBack(null);
    showMain({ text: say("Close"), press: closeApp });
    feel("success");
  });
}

export const tag = define("privacy-page", PrivacyPage);
