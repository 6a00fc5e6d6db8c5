/** A file for whoever looks: Telegram's apps fetch it by a link, as a page inside them can save nothing itself. */
import { h } from "../../drawing/dom.js";
import { post, Refused, request } from "../api.js";
import { downloadByTelegram, feel, isInTelegram, openAddress } from "../telegram.js";

/**
 * Have a file saved.
 *
 * @param {string} path of the API; a POST to its `/link` gives a link to the same
 * @param {string} query
 * @throws {Refused} @throws {Unreachable}
 */
export async function download(path, query = "") {
  if (!isInTelegram()) {
    await save(path + query);
  } else {
    const { url, name } = await post(`${path}/link${query}`);
    if (!downloadByTelegram(url, name)) openAddress(url);
  }
  feel("success");
}

async function save(path) {
  const response = await request(path);
  if (!response.ok) throw new Refused(response.status, (await response.json().catch(() => null))?.error);
  const told = response.headers.get("Content-Disposition") ?? "";
  const [, encoded, plain] = /filename\*=UTF-8''([^;]+)|filename="([^"]+)"/.exec(told) ?? [];
  const address = URL.createObjectURL(await response.blob());
  h("a", { href: address, download: encoded ? decodeURIComponent(encoded) : plain ?? "" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
