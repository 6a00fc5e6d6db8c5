/** The page's composition: the store is told what happens, the views are told to show it. */
import { avatar, fullName } from "/app/drawing/avatars.js";
import { ChatHead } from "./chat-head.js";
import { ChatList, titleOf } from "./chat-list.js";
import { Composer } from "./composer.js";
import { get, keepCurrent, post } from "./connection.js";
import { openDialog, openPicture } from "./dialogs.js";
import { fill, find, h, icon } from "/app/drawing/dom.js";
import { Messages } from "./messages.js";
import { openNewGroup, openNewTopic, PeopleDialog } from "./people.js";
import { Phone } from "./phone.js";
import { Pressing } from "./pressing.js";
import { ReadMarks } from "./read-marks.js";
import { placeOf, Store } from "./store.js";
import { themeButton } from "./theme.js";
import { ClockView, useZone } from "./time.js";
import { attempt, toast } from "./toasts.js";
import { Trip } from "./trip.js";
import { View } from "./view.js";
import { wordsOf } from "./wording.js";

const store = new Store();
const view = new View(store);
const marks = new ReadMarks();
const clock = new ClockView(store, (step) => attempt(() => post("clock", { skip: step })));
const people = new PeopleDialog(store, view);
const list = new ChatList(find("#chat-list"), store, view, marks);
const head = new ChatHead(find("#chat-head"), find("#topics"), store, view, {
  people: () => people.open(),
  topic: () => openNewTopic(view),
  phone: () => phone.open({ person: view.persona.id, chat: view.chatId }),
  clock: () => openDialog("Clock", (body) => clock.into(body)),
});
const messages = new Messages(
  { scroller: find("#scroller"), list: find("#messages"), jump: find("#jump"), announcer: find("#announcer") },
  store, view, marks, () => trip.offer() ?? introduction());
const pressing = new Pressing(messages, follow);
const phone = new Phone(store, follow);
const composer = new Composer(find("#composer"), store, view, {
  commands: () => menu,
  openPeople: () => people.open(),
  follow,
});
const trip = new Trip(store, view, composer, pressing);

/** What the bot says of itself in a private chat before anybody wrote there. */
function introduction() {
  const { chat } = view;
  if (chat?.type !== "private" || chat.messages.size > 0) return null;
  const { bot } = store;
  return h("section", { class: "offer" }, avatar(bot.id, fullName(bot), { bot: true }), h("h2", {}, fullName(bot)),
    h("p", { dir: "auto" }, bot.description || bot.short_description
      || `This is where ${chatOwner(chat)} writes to the bot alone. Press Start.`));
}

function chatOwner(chat) {
  return store.people.get(chat.person)?.first_name ?? "one";
}

/** The bot's commands as the persona sees them in the chat shown. */
let menu = [];
let menuFor = "";
let shownChat = null;

async function loadMenu() {
  const { chatId, persona } = view;
  if (!persona) return;
  const wanted = `${chatId}/${persona.id}`;
  menuFor = wanted;
  const { commands } = await get(`commands?chat=${chatId}&person=${persona.id}`).catch(() => ({ commands: [] }));
  if (menuFor === wanted) menu = commands;
}

/**
 * An address of the bot's: links to the bot itself go on here (a start link in the private chat, one
 * that adds it to a group with a new group), anything else opens a tab.
 */
async function follow(address) {
  const url = URL.canParse(address) ? new URL(address) : null;
  const { persona } = view;
  if (url && leadsToApp(url)) return phone.open({ person: persona.id, chat: view.chatId });
  if (url && leadsToBot(url)) {
    if (url.searchParams.has("startapp")) {
      return phone.open({ person: persona.id, chat: view.chatId, start: url.searchParams.get("startapp") });
    }
    if (url.searchParams.has("startgroup")) return openNewGroup(store, view, url.searchParams.get("startgroup"));
    const payload = url.searchParams.get("start");
    view.open(persona.id);
    await attempt(() => post("say", { person: persona.id, chat: persona.id, text: payload ? `/start ${payload}` : "/start" }));
  } else if (url && ["http:", "https:"].includes(url.protocol)) {
    open(url.href, "_blank", "noopener");
  } else {
    toast(`This link leads out of the playground: ${address}`);
  }
  return undefined;
}

/** An address of the Mini App itself, as a `web_app` button has it. */
function leadsToApp(url) {
  return /^\/app\/?$/.test(url.pathname) && url.hostname !== "t.me";
}

function leadsToBot(url) {
  return ["t.me", "telegram.me"].includes(url.hostname)
    && url.pathname.split("/")[1].toLowerCase() === store.bot.username.toLowerCase();
}

function showChat() {
  const before = shownChat;
  shownChat = view.chatId;
  find("#chat").hidden = !view.chat;
  if (!view.chat) return;
  composer.changeChat(before);
  head.show();
  messages.begin();
  readIfSeen();
  composer.focus();
  loadMenu();
}

function showAll() {
  for (const chat of store.chats.values()) marks.meet(chat);
  useZone(store.clock.zone);
  find("#bot-api").textContent = store.botApi ? `Bot API ${store.botApi}` : "";
  showClock();
  view.settle();
  if (view.chatId !== shownChat) return showChat();
  head.show();
  messages.show();
  composer.show();
  readIfSeen();
  people.show();
  return loadMenu();
}

function showClock() {
  const element = find("#clock");
  element.hidden = !store.clock.movable;
  if (!element.hidden && !element.firstChild) clock.into(element);
  clock.show();
}

function readIfSeen() {
  if (view.chat && messages.isRead) marks.read(view.chat);
  list.show();
  const { unread } = list;
  document.title = `${unread ? `(${unread}) ` : ""}${view.chat ? `${titleOf(view.chat, store)} · ` : ""}All Square playground`;
}

/** What each kind of change means for the views. */
const SHOW = {
  all: showAll,
  message: (change) => {
    head.botRests(change.chat_id);
    if (isShown(change.chat_id)) {
      messages.arrived(change.message);
      composer.show();
    }
    readIfSeen();
  },
  edited: (change) => {
    if (isShown(change.chat_id)) messages.show();
    list.show();
  },
  deleted: (change) => {
    if (isShown(change.chat_id)) messages.show();
    list.show();
  },
  answer: (change) => pressing.answered(change),
  action: (change) => head.botActs(change.chat_id),
  chat: () => showAll(),
  person: () => showAll(),
  bot: () => showAll(),
  commands: () => loadMenu(),
  clock: () => {
    showClock();
    list.show();
    messages.show();
  },
  refused: (change) => {
    // What a bot asks to learn what the server can do is no fault.
    if (!change.probe) console.debug("Telegram refused", change.method, change.error_code, change.description);
  },
};

function isShown(chatId) {
  return chatId === view.chatId || chatId === view.chat?.migrated_from;
}

store.addEventListener("change", ({ detail }) => SHOW[detail.kind]?.(detail));
view.addEventListener("chat", showChat);
view.addEventListener("left", () => {
  list.show();
  find("[aria-current=true]", find("#chat-list"))?.focus();
});
view.addEventListener("topic", () => {
  head.show();
  messages.begin();
  composer.show();
});
view.addEventListener("persona", () => {
  messages.show();
  composer.show();
  loadMenu();
});
marks.addEventListener("change", () => list.show());
messages.onRead = readIfSeen;
addEventListener("visibilitychange", readIfSeen);

/** What a press on a message means; the element pressed says it in its `data-*` attributes. */
function pressed(event) {
  const target = event.target.closest("[data-act], [data-callback], [data-address], [data-jump], [data-picture], [data-press], a");
  const element = event.target.closest("[data-key]");
  const message = element ? store.find(...placeOf(element.dataset.key)) : null;
  if (!target) return choose(element);
  if (target.tagName === "A") return followAnchor(event, target);
  const { act, callback, address, jump, picture, press } = target.dataset;
  if (act) return ACTIONS[act](message);
  if (callback !== undefined) pressing.press(message, callback, view.persona.id);
  if (address) follow(address);
  if (jump) return messages.jumpTo(jump);
  if (picture) return openPicture(picture, message.caption);
  if (press) return PRESSES[press](target);
  // The caret goes back to the text for whoever points; who came by keyboard stays where they are.
  if (event.detail > 0) composer.focus();
  return undefined;
}

function followAnchor(event, anchor) {
  if (!/^https?:\/\/(t|telegram)\.me\//.test(anchor.href)) return;
  event.preventDefault();
  follow(anchor.href);
}

/** On a touch screen a press on a message shows what one can do with it. */
function choose(element) {
  const chosen = find("#messages").querySelector(".chosen");
  chosen?.classList.remove("chosen");
  if (element && element !== chosen && !String(getSelection())) element.classList.add("chosen");
}

const ACTIONS = {
  reply: (message) => composer.reply(message),
  edit: (message) => composer.edit(message),
  copy: (message) => copy(wordsOf(message) ?? ""),
};

const PRESSES = {
  copy: (target) => copy(target.dataset.text),
  command: (target) => composer.insert(target.dataset.text),
  mention: (target) => composer.insert(target.dataset.text),
  reveal: (target) => target.classList.add("shown"),
  expand: (target) => target.setAttribute("aria-expanded", String(target.getAttribute("aria-expanded") !== "true")),
};

async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    toast("Copied");
  } catch {
    toast("The browser did not let the page copy");
  }
}

find("#messages").addEventListener("click", pressed);
find("#messages").addEventListener("dblclick", (event) => {
  const element = event.target.closest("[data-key]");
  if (!element || event.target.closest("button, a, [role=button]")) return;
  getSelection().removeAllRanges();
  composer.reply(store.find(...placeOf(element.dataset.key)));
});
find("#messages").addEventListener("keydown", (event) => {
  if ((event.key !== "Enter" && event.key !== " ") || event.target.getAttribute("role") !== "button") return;
  event.preventDefault();
  event.target.click();
});

const chatElement = find("#chat");
chatElement.addEventListener("dragover", (event) => {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  chatElement.classList.add("drop-here");
});
chatElement.addEventListener("dragleave", (event) => {
  if (!chatElement.contains(event.relatedTarget)) chatElement.classList.remove("drop-here");
});
chatElement.addEventListener("drop", (event) => {
  event.preventDefault();
  chatElement.classList.remove("drop-here");
  if (event.dataTransfer.files[0]) composer.attach(event.dataTransfer.files[0]);
});

fill(find("#brand"), icon("equal"));
const newGroup = find("#new-group");
fill(newGroup, icon("plus"));
newGroup.title = "New group";
newGroup.setAttribute("aria-label", "New group");
newGroup.addEventListener("click", () => openNewGroup(store, view));
themeButton(find("#theme"));
keepCurrent(store, (lost) => {
  const banner = find("#connection");
  banner.hidden = !lost;
  if (lost) fill(banner, h("span", {}, "Connecting…"));
});
