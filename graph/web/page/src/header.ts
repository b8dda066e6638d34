/** The bar at the top: the name, the search box, the buttons. */

import type { Desk } from "./desk";
import { button, el, fill } from "./dom";
import type { Search } from "./search";
import { type Sign, sign } from "./signs";
import { words } from "./settings";

export interface Switches {
  theme(): void;
  language(): void;
  help(): void;
}

export class Header {
  readonly element = el("header", { className: "top" });
  readonly #undo: HTMLButtonElement;
  readonly #redo: HTMLButtonElement;

  constructor(
    readonly desk: Desk,
    readonly search: Search,
    readonly switches: Switches,
  ) {
    this.#undo = button(sign("undo"), () => desk.undo());
    this.#redo = button(sign("redo"), () => desk.redo());
    this.draw();
  }

  draw(): void {
    const { desk, switches } = this;
    for (const [made, name] of [
      [this.#undo, words().undo],
      [this.#redo, words().redo],
    ] as const) {
      made.title = name;
      made.setAttribute("aria-label", name);
    }
    fill(
      this.element,
      el("h1", {}, "govgraph", el("span", {}, words().title)),
      this.search.element,
      el(
        "div",
        { className: "tools", attributes: { role: "toolbar" } },
        this.#undo,
        this.#redo,
        tool("fit", words().fit, () => desk.picture.fit()),
        tool("layout", words().layout, () => desk.layAgain()),
        tool("table", words().tableKey, () => void desk.openTable()),
        tool("save", words().save, () => void desk.picture.save()),
        tool("clear", words().clear, () => desk.clearCanvas()),
        tool("theme", words().theme, switches.theme),
        button(words().language, switches.language),
        tool("help", words().help, switches.help),
      ),
    );
    this.changed();
  }

  changed(): void {
    this.#undo.disabled = !this.desk.history.canUndo;
    this.#redo.disabled = !this.desk.history.canRedo;
  }
}

function tool(of: Sign, name: string, press: () => void): HTMLButtonElement {
  return button(sign(of), press, { title: name, name });
}
