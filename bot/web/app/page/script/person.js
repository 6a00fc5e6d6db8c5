/** Who is looking: the person of the tokens. */

const person = { userId: null, name: "", language: "en" };

export function become(who) {
  Object.assign(person, { userId: who.userId, name: who.name, language: who.language });
}

export function me() {
  return person.userId;
}

export function myName() {
  return person.name;
}
