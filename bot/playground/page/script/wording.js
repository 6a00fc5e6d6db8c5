/** Short English sentences about messages: previews, quotes, service messages, sizes. */
import { fullName } from "/app/drawing/avatars.js";
import { richWords } from "./rich.js";

/** What a service message says, or null when the message is somebody's own words. */
export function serviceSentence(message) {
  const who = fullName(message.from);
  if (message.new_chat_members) return joined(message.from, message.new_chat_members);
  if (message.left_chat_member) return left(message.from, message.left_chat_member);
  if (message.group_chat_created) return `${who} created the group “${message.chat.title}”`;
  if (message.supergroup_chat_created) return `${who} created the supergroup “${message.chat.title}”`;
  if (message.new_chat_title) return `${who} changed the group's name to “${message.new_chat_title}”`;
  if (message.migrate_to_chat_id) return "This group became a supergroup";
  if (message.migrate_from_chat_id) return "The supergroup goes on from here";
  if (message.pinned_message) return `${who} pinned “${shorten(excerpt(message.pinned_message), 40)}”`;
  if (message.forum_topic_created) return `${who} opened the topic “${message.forum_topic_created.name}”`;
  if (message.forum_topic_closed) return `${who} closed the topic`;
  if (message.forum_topic_reopened) return `${who} opened the topic again`;
  return null;
}

function joined(by, members) {
  const names = list(members.map(fullName));
  if (members.length === 1 && members[0].id === by?.id) return `${names} joined the group`;
  return `${fullName(by)} added ${names}`;
}

function left(by, member) {
  return member.id === by?.id ? `${fullName(member)} left the group` : `${fullName(by)} removed ${fullName(member)}`;
}

/** What a message says: its text, its caption, or a rich message's blocks line by line; null without words. */
export function wordsOf(message) {
  return message.text ?? message.caption ?? (message.rich_message ? richWords(message.rich_message) : null);
}

/** A message in one line. */
export function excerpt(message) {
  const words = wordsOf(message) ?? serviceSentence(message);
  if (message.photo) return words ? `🖼 ${oneLine(words)}` : "🖼 Photo";
  if (message.document) return `📄 ${message.document.file_name ?? "Document"}${words ? `, ${oneLine(words)}` : ""}`;
  return words === null || words === undefined ? "Message" : oneLine(words);
}

function oneLine(words) {
  return words.replace(/\s+/g, " ").trim();
}

function shorten(words, length) {
  const letters = [...words];
  return letters.length > length ? `${letters.slice(0, length - 1).join("")}…` : words;
}

/** "Alice, Bob and Charlie". */
export function list(names) {
  return new Intl.ListFormat("en", { type: "conjunction" }).format(names);
}

export function fileSize(bytes) {
  if (bytes === undefined) return "";
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
