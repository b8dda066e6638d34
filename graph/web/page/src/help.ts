/** The list of keys. */

import { button, el, fill } from "./dom";
import { words } from "./settings";

export class Help {
  readonly element = el("dialog", { className: "help" });

  open(): void {
    const rows = words().keys.flatMap(([key, what]) => [
      el("dt", {}, el("kbd", {}, key)),
      el("dd", {}, what),
    ]);
    fill(
      this.element,
      el("h2", {}, words().helpTitle),
      el("dl", {}, ...rows),
      el("p", { className: "quiet" }, words().helpNote),
      button(words().close, () => this.element.close(), { className: "primary" }),
    );
    if (!this.element.open) this.element.showModal();
  }
}
