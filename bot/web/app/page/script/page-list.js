/** The pages there are. */

/** Loads each page when it is first gone to, by the name that places know it by. */
export const PAGES = {
  home: () => import("./pages/home.js"),
  group: () => import("./pages/group.js"),
  entries: () => import("./pages/entries.js"),
  entry: () => import("./pages/entry.js"),
  expense: () => import("./pages/expense.js"),
  settle: () => import("./pages/settle.js"),
  pairs: () => import("./pages/pairs.js"),
  statistics: () => import("./pages/statistics.js"),
  repeat: () => import("./pages/repeat.js"),
  template: () => import("./pages/template.js"),
  rates: () => import("./pages/rates.js"),
  conversion: () => import("./pages/conversion.js"),
  sets: () => import("./pages/sets.js"),
  settings: () => import("./pages/settings.js"),
  member: () => import("./pages/member.js"),
  files: () => import("./pages/files.js"),
  import: () => import("./pages/import.js"),
  log: () => import("./pages/log.js"),
  "new-group": () => import("./pages/new-group.js"),
  reminders: () => import("./pages/reminders.js"),
  tokens: () => import("./pages/tokens.js"),
  link: () => import("./pages/link.js"),
  privacy: () => import("./pages/privacy.js"),
  you: () => import("./pages/you.js"),
};

/** Load what the first view did without, so that it is there even when the connection is not. */
export function loadAhead() {
  for (const load of Object.values(PAGES)) load().catch(() => {});
}
