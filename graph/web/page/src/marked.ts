/** A text with spans marked: the quote in yellow, the named entities underlined in their colour. */

import { el } from "./dom";
import { typed } from "./icon";
import { Points } from "./points";
import type { NamedSpan, Span } from "./shapes";

export interface Marking {
  /** Spans of quotes, shown with a background. */
  quotes: Span[];
  /** Spans of names, and how each is drawn. */
  names: NamedSpan[];
  /** The type of an entity, or nothing when it should not be marked. */
  type: (entity: string) => string | undefined;
  /** What a click on a name does. */
  open?: (entity: string) => void;
}

/** Cut a text at every border of a span, and make each part an element of what covers it. */
export function marked(text: string, marking: Marking): DocumentFragment {
  const points = new Points(text);
  const names = marking.names.filter((one) => marking.type(one.entity) !== undefined);
  const borders = new Set([0, points.length]);
  for (const span of [...marking.quotes, ...names]) borders.add(span.start).add(span.stop);
  const cuts = [...borders].filter((at) => at >= 0 && at <= points.length).sort((a, b) => a - b);
  const made = document.createDocumentFragment();
  cuts.slice(0, -1).forEach((start, place) => {
    const stop = cuts[place + 1] ?? start;
    const name = names.find((one) => one.start <= start && stop <= one.stop);
    const quoted = marking.quotes.some((one) => one.start <= start && stop <= one.stop);
    made.append(part(points.slice(start, stop), quoted, name, marking));
  });
  return made;
}

function part(
  text: string,
  quoted: boolean,
  name: NamedSpan | undefined,
  marking: Marking,
): Node {
  const inner = name ? named(text, name, marking) : document.createTextNode(text);
  return quoted ? el("mark", {}, inner) : inner;
}

function named(text: string, name: NamedSpan, marking: Marking): HTMLElement {
  const { open } = marking;
  const made = open
    ? el("span", { className: "named link", onclick: () => open(name.entity) }, text)
    : el("span", { className: "named" }, text);
  return typed(made, marking.type(name.entity) ?? "");
}
