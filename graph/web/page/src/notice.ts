/** A short message that is also read aloud, and goes away by itself. */

import { el } from "./dom";

const SHOWN = 5000;

export class Notice {
  readonly element = el("div", {
    className: "notice",
    hidden: true,
    attributes: { role: "status", "aria-live": "polite" },
  });
  #timer = 0;

  say(text: string): void {
    this.element.textContent = text;
    this.element.hidden = false;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.quiet(), SHOWN);
  }

  quiet(): void {
    this.element.hidden = true;
  }
}
