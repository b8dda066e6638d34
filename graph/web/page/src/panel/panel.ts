/** The panel at the side: one view at a time, and the way back. */

import type { View } from "../address";
import type { Desk } from "../desk";
import { button, el, fill } from "../dom";
import { words } from "../settings";
import { sign } from "../signs";
import type { Meta } from "../shapes";
import { articleView } from "./article";
import { edgesView } from "./edge";
import { entityView } from "./entity";
import { homeView } from "./home";
import { pathView } from "./path";
import { queryView } from "./query";
import { tableView } from "./table";

const DEEPEST = 30;

export class Panel {
  readonly element = el("aside", { className: "panel", attributes: { "aria-live": "off" } });
  readonly #bar = el("div", { className: "panel-bar" });
  readonly #body = el("div", { className: "panel-body", tabIndex: -1 });
  #trail: View[] = [];
  #asked = 0;

  constructor(
    readonly desk: Desk,
    readonly meta: Meta,
  ) {
    this.element.append(this.#bar, this.#body);
  }

  /** Show a view; of two that were asked for, the later one stays. */
  async show(view: View): Promise<void> {
    const ticket = ++this.#asked;
    this.#body.setAttribute("aria-busy", "true");
    try {
      const made = await this.#make(view);
      if (ticket !== this.#asked) return;
      this.#follow(view);
      this.#put(view, made);
    } finally {
      if (ticket === this.#asked) this.#body.removeAttribute("aria-busy");
    }
  }

  /** Tell the parts of the view that follow the canvas that it has changed. */
  changed(): void {
    for (const one of this.#body.querySelectorAll("[data-listens]"))
      one.dispatchEvent(new Event("deskchanged"));
  }

  focus(): void {
    this.#body.focus();
  }

  back(): void {
    this.#trail.pop();
    const before = this.#trail.pop() ?? { kind: "home" };
    void this.desk.openView(before);
  }

  #put(view: View, made: HTMLElement): void {
    this.element.classList.toggle("wide", view.kind === "article" || view.kind === "query");
    const deep = this.#trail.length > 1;
    fill(
      this.#bar,
      deep && button([sign("back"), words().back], () => this.back(), { className: "small" }),
      el("span", { className: "spring" }),
      view.kind !== "home" &&
        button(sign("close"), () => this.desk.clear(), { className: "small", name: words().close, title: words().close }),
    );
    fill(this.#body, made);
    if (view.kind !== "article") this.#body.scrollTop = 0;
  }

  #follow(view: View): void {
    if (view.kind === "home") this.#trail = [];
    const last = this.#trail.at(-1);
    if (last && JSON.stringify(last) === JSON.stringify(view)) return;
    this.#trail.push(view);
    if (this.#trail.length > DEEPEST) this.#trail.shift();
  }

  #make(view: View): Promise<HTMLElement> {
    switch (view.kind) {
      case "home":
        return homeView(this.desk, this.meta);
      case "entity":
        return entityView(this.desk, view.id);
      case "edges":
        return edgesView(this.desk, view.edges);
      case "article":
        return articleView(this.desk, view.id, view.evidence);
      case "table":
        return Promise.resolve(tableView(this.desk));
      case "path":
        return pathView(this.desk, view.from, view.to);
      case "query":
        return queryView(this.desk, view.name, view.given);
    }
  }
}
