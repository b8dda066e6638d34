/** What stands in the middle of an empty canvas: how to begin, and with whom. */

import { api } from "./api";
import type { Desk } from "./desk";
import { el, fill } from "./dom";
import { chip } from "./panel/parts";
import { words } from "./settings";
import type { GraphNode } from "./shapes";

export class Welcome {
  readonly element = el("section", { className: "welcome" });
  #start: GraphNode[] | undefined;

  constructor(readonly desk: Desk) {}

  /** Show it while there is nothing on the canvas. */
  async draw(): Promise<void> {
    this.element.hidden = this.desk.picture.places().length > 0;
    if (this.element.hidden) return;
    this.#start ??= (await api.start()).items;
    fill(
      this.element,
      el("h2", {}, words().emptyTitle),
      el("p", { className: "quiet" }, words().emptyText),
      el("h3", {}, words().examples),
      el("div", { className: "chips" }, ...this.#start.map((one) => chip(this.desk, one))),
    );
  }
}
