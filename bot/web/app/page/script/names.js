/** What people are called among each other: the first name, more where two would look alike. */
import { me } from "./person.js";
import { say } from "./words.js";

const short = new Map();

/** Learn the people of a group. @param {{userId: string, name: string}[]} people */
export function learn(people) {
  const firsts = people.map(({ name }) => firstOf(name));
  for (const [at, { userId, name }] of people.entries()) {
    const alone = firsts.filter((first) => first === firsts[at]).length === 1;
    short.set(userId, alone ? firsts[at] : name);
  }
}

function firstOf(name) {
  return name.trim().split(/\s+/)[0] || name;
}

/** Somebody's name; `full` where they are not known here. */
export function nameOf(userId, full = "?") {
  return short.get(userId) ?? full;
}

/** The same, but "You" for whoever is looking. */
export function youOr(userId, full = "?") {
  return userId === me() ? say("You") : nameOf(userId, full);
}
