/** What this device keeps of whoever looks: by the names of theirs that its places have. */
import { me } from "./person.js";
import { claimed } from "./telegram.js";

const OURS = "all-square:";

/** Keep nothing of theirs any more. */
export function forgetOnDevice() {
  const theirs = [me(), claimed.user?.id].filter(Boolean).map(String);
  for (const kept of [localStorage, sessionStorage]) {
    for (const place of Object.keys(kept)) {
      if (place.startsWith(OURS) && theirs.some((one) => place.includes(`:${one}`))) kept.removeItem(place);
    }
  }
}
