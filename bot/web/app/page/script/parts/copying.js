/** Copying something with one press. */
import { iconButton } from "../../drawing/dom.js";
import { feel } from "../telegram.js";
import { toast } from "../toasts.js";
import { say } from "../words.js";

export async function copy(value) {
  try {
    await navigator.clipboard.writeText(value);
  } catch {
    return toast(say("I could not copy it: mark it and copy it yourself."));
  }
  feel("success");
  return toast(say("Copied."));
}

export function copyButton(value) {
  return iconButton("copy", say("Copy"), () => copy(value));
}
