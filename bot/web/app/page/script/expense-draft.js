/** An expense while it is written: what the form holds, and the call that it becomes. */
import { decimalsOf } from "./words.js";
import { valueOf } from "./parts/arithmetic.js";

/** What a part of each way to split is called in the API; equal parts have none, mixed ones are not changed here. */
export const PART_FIELDS = { EQUAL: null, EXACT: "amount", PERCENTAGE: "percentage", SHARES: "shares", ADJUSTMENT: "adjustment", MIXED: null };

/**
 * @typedef {{typed: string, currency: string, refund: boolean, description: string, category: string|null,
 *   isChosen: boolean, payer: string, payers: Object<string, string>|null, splitType: string, sharing: string[],
 *   parts: Object<string, Object<string, string>>, date: string, note: string, photo: Photo|null}} Draft
 *   `typed` may be a sum; `payers` are several with what each paid; `parts` are by way and person;
 *   `isChosen` says that the category is no longer the suggested one.
 */

/**
 * @typedef {{id: string, small: string}|{entry: string, kind: string}} Photo one that was sent for this expense, with
 *   itself in small as an address; or the one that the entry has
 */

/** An expense of which nothing is known yet: I paid, and everybody shares. */
export function emptyDraft(me, people, currency) {
  return { typed: "", currency, refund: false, description: "", category: null, isChosen: false, payer: me, payers: null,
    splitType: "EQUAL", sharing: people.filter((person) => person.active).map((person) => person.userId),
    parts: { EXACT: {}, PERCENTAGE: {}, SHARES: {}, ADJUSTMENT: {} }, date: "", note: "", photo: null };
}

/** A recorded expense as a draft. */
export function draftOf(entry) {
  const parts = { EXACT: {}, PERCENTAGE: {}, SHARES: {}, ADJUSTMENT: {} };
  const field = PART_FIELDS[entry.splitType];
  for (const split of entry.splits) {
    if (field && split[field] !== null && split[field] !== undefined) parts[entry.splitType][split.userId] = String(split[field]).replace("-", "−");
  }
  const several = entry.payers.length > 1;
  return { typed: entry.amount.replace("-", ""), currency: entry.currency, refund: entry.kind === "refund",
    description: entry.description ?? "", category: entry.category ?? null, isChosen: Boolean(entry.category),
    payer: entry.payers[0]?.userId, payers: several ? Object.fromEntries(entry.payers.map((one) => [one.userId, one.amount])) : null,
    splitType: entry.splitType, sharing: entry.splits.map((split) => split.userId), parts,
    date: entry.date.slice(0, 10), note: entry.note ?? "",
    photo: entry.attachment ? { entry: entry.id, kind: entry.attachment } : null };
}

/** The amount of a draft as an exact decimal, null where there is none yet. */
export function amountOf(draft) {
  return valueOf(draft.typed, decimalsOf(draft.currency));
}

/** What the API is told of a draft. */
export function bodyOf(draft, groupId) {
  const field = PART_FIELDS[draft.splitType];
  const written = draft.parts[draft.splitType] ?? {};
  const splits = draft.sharing.map((userId) => (field ? { userId, [field]: partOf(draft.splitType, written[userId]) } : { userId }));
  const body = { groupId, amount: amountOf(draft) ?? "0", currency: draft.currency, description: draft.description.trim() };
  if (draft.splitType !== "MIXED") Object.assign(body, { splitType: draft.splitType, splits });
  if (draft.refund) body.refund = true;
  if (draft.payers) {
    body.payers = Object.entries(draft.payers).filter(([, paid]) => Number(paid) > 0).map(([userId, paid]) => ({ userId, amount: paid }));
  } else {
    body.paidBy = draft.payer;
  }
  if (draft.category) body.category = draft.category;
  if (draft.date) body.date = draft.date;
  if (draft.note.trim()) body.notes = draft.note.trim();
  if (draft.photo?.id) body.picture = draft.photo.id;
  return body;
}

/** What the API is asked about a draft: who would owe how much. */
export function previewOf(draft) {
  const { amount, currency, splitType, splits, paidBy, payers, refund } = bodyOf(draft);
  return { amount, currency, splitType, splits, paidBy, payers, refund };
}

/** What the API is told of a change: only what differs, so that everything else stays as it was said. */
export function changesOf(before, draft) {
  const old = bodyOf(before);
  const now = bodyOf(draft);
  const differs = (name) => JSON.stringify(old[name]) !== JSON.stringify(now[name]);
  const body = Object.fromEntries(["amount", "currency", "description", "date", "paidBy", "payers"]
    .filter((name) => now[name] !== undefined && differs(name)).map((name) => [name, now[name]]));
  if (now.splits && (differs("splits") || differs("splitType"))) Object.assign(body, { splitType: now.splitType, splits: now.splits });
  for (const name of ["category", "notes"]) if (differs(name)) body[name] = now[name] ?? null;
  if (before.refund !== draft.refund) body.refund = draft.refund;
  // The one that the entry has is not sent again.
  if (draft.photo?.id || (before.photo && !draft.photo)) body.picture = draft.photo?.id ?? null;
  return body;
}

function partOf(splitType, written = "") {
  const typed = written.replace("−", "-").replace(",", ".").replace("+", "").trim();
  if (typed && Number.isFinite(Number(typed))) return typed;
  return splitType === "SHARES" ? "1" : "0";
}
