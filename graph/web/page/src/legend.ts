/** The legend: which shape and colour is which type; a click hides or shows the type. */

import type { Covered } from "./canvas/picture";
import type { Desk } from "./desk";
import { button, el, fill } from "./dom";
import { icon } from "./icon";
import { edgeTypes, entityTypes, label } from "./schema";
import { words } from "./settings";

export class Legend {
  readonly element = el("nav", { className: "legend" });

  constructor(readonly desk: Desk) {
    this.draw();
  }

  /** Draw the types that are on the canvas, with how many of each. */
  draw(): void {
    const nodes = tally(this.desk.shownNodes().map((one) => one.type));
    const edges = tally(this.desk.shownEdges().map((one) => one.type));
    this.element.setAttribute("aria-label", words().legend);
    this.element.hidden = nodes.size === 0;
    fill(
      this.element,
      el("h3", {}, words().types),
      ...this.#rows(entityTypes().map((one) => one.name), nodes),
      edges.size > 0 && el("h3", {}, words().relations),
      ...this.#rows(edgeTypes().map((one) => one.name), edges),
      el("p", { className: "quiet" }, words().legendNote),
    );
  }

  /** What it covers of the canvas: the left side, or the top in a narrow window. */
  covered(): Covered {
    const { element } = this;
    if (element.hidden) return { left: 0, top: 0 };
    const right = element.offsetLeft + element.offsetWidth;
    const bottom = element.offsetTop + element.offsetHeight;
    return getComputedStyle(element).flexWrap === "wrap" ? { left: 0, top: bottom } : { left: right, top: 0 };
  }

  #rows(types: string[], counts: Map<string, number>): HTMLElement[] {
    return types.filter((one) => counts.has(one)).map((one) => this.#row(one, counts.get(one) ?? 0));
  }

  #row(type: string, count: number): HTMLElement {
    const shown = !this.desk.hidden.includes(type);
    const entity = entityTypes().some((one) => one.name === type);
    return button(
      [
        entity && icon(type),
        el("span", {}, label(type)),
        el("span", { className: "quiet" }, String(count)),
      ],
      () => this.desk.toggle(type),
      { className: "legend-row", pressed: shown },
    );
  }
}

function tally(types: string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const one of types) found.set(one, (found.get(one) ?? 0) + 1);
  return found;
}
