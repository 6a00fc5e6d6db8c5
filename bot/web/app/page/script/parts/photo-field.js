/** The photo of a receipt in the form of its expense: taken or chosen, sent at once, shown small, taken away. */
import { fill, h, icon, iconButton } from "../../drawing/dom.js";
import { post, Refused, Unreachable } from "../api.js";
import { feel } from "../telegram.js";
import { say } from "../words.js";
import "./entry-picture.js";
import { row } from "./rows.js";

/** As the API keeps them: more is not worth a phone's line. */
const LONGEST_SIDE = 2560;
const SMALL_SIDE = 160;

class PhotoField extends HTMLElement {
  /** Whether all is well, once nothing is on its way. */
  sending = Promise.resolve(true);
  #turn = 0;

  /**
   * @param {{group: string, photo: import("../expense-draft.js").Photo|null, version?: number,
   *   changed: (photo: import("../expense-draft.js").Photo|null) => void}} given
   */
  show(given) {
    Object.assign(this, given);
    this.error = h("p", { class: "refusal", id: "photo-error", role: "alert" });
    this.body = h("div");
    fill(this, this.body, this.error);
    this.#draw();
  }

  complain(words) {
    fill(this.error, words);
  }

  #draw(isSending = false) {
    const { photo } = this;
    if (isSending) return fill(this.body, row({ title: say("The photo is on its way …"), class: "waits", role: "status" }));
    if (!photo) return fill(this.body, this.#chooser());
    const remove = iconButton("close", say("Remove"), () => this.#set(null));
    if (photo.small) {
      return fill(this.body, row({ start: h("img", { class: "photo-small", src: photo.small, alt: say("The picture of the receipt") }),
        title: say("Receipt"), class: "plain", end: remove }));
    }
    const whole = h("entry-picture");
    whole.show(photo.entry, photo.kind, this.version);
    return fill(this.body, row({ title: say("Receipt"), class: "plain", end: remove }), whole);
  }

  #chooser() {
    // Without `capture` a phone offers its camera beside its pictures.
    const field = h("input", { type: "file", accept: "image/*", class: "unseen", "aria-describedby": "photo-error", onchange: () => {
      if (field.files.length) this.#take(field.files[0]);
    } });
    return h("label", { class: "row accent" }, h("span", { class: "tile" }, icon("camera")),
      h("span", { class: "row-words" }, h("span", { class: "row-title" }, say("Add a photo"))), field);
  }

  #set(photo) {
    this.#turn += 1;
    this.photo = photo;
    this.complain("");
    this.#draw();
    this.changed(photo);
  }

  #take(file) {
    const turn = ++this.#turn;
    this.complain("");
    this.#draw(true);
    this.sending = this.#send(file).then((photo) => {
      if (turn === this.#turn) this.#set(photo);
      return true;
    }, (error) => {
      if (turn !== this.#turn) return true;
      this.sending = Promise.resolve(true);
      this.#draw();
      this.complain(reasonOf(error));
      feel("error");
      return false;
    });
  }

  async #send(file) {
    const picture = await createImageBitmap(file).catch(() => {
      throw new Refused(422, { code: "no_picture" });
    });
    const form = new FormData();
    form.append("file", await new Promise((resolve) => {
      drawn(picture, LONGEST_SIDE).toBlob(resolve, "image/jpeg", 0.85);
    }), "receipt.jpg");
    const { id } = await post(`groups/${this.group}/pictures`, form);
    return { id, small: drawn(picture, SMALL_SIDE).toDataURL("image/jpeg", 0.7) };
  }
}

function reasonOf(error) {
  if (error instanceof Unreachable) return say("There is no connection just now.");
  if (!(error instanceof Refused)) throw error;
  return error.code === "no_picture" ? say("This is no picture that I can read.") : error.message;
}

/** A picture no larger than some pixels, on white. */
function drawn(picture, side) {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = h("canvas", { width: Math.max(1, Math.round(picture.width * scale)), height: Math.max(1, Math.round(picture.height * scale)) });
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

customElements.define("photo-field", PhotoField);
