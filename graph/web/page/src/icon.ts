/** The sign of a type, in the shape and colour that the canvas draws. */

import { svg } from "./dom";
import { shape } from "./schema";

const OUTLINES: Record<string, string> = {
  ellipse: "M8 1a7 7 0 1 0 0 14a7 7 0 1 0 0-14z",
  hexagon: "M4.5 1.5h7L15.5 8l-4 6.5h-7L.5 8z",
  diamond: "M8 .5L15.5 8 8 15.5.5 8z",
  "round-rectangle": "M4 1.5h8a2.5 2.5 0 0 1 2.5 2.5v8a2.5 2.5 0 0 1-2.5 2.5H4A2.5 2.5 0 0 1 1.5 12V4A2.5 2.5 0 0 1 4 1.5z",
  octagon: "M5 1h6l4 4v6l-4 4H5l-4-4V5z",
  tag: "M1 2h9.5l5 6-5 6H1z",
  star: "M8 .6l2.2 5 5.3.5-4 3.6 1.2 5.3L8 12.2 3.3 15l1.2-5.3-4-3.6 5.3-.5z",
  triangle: "M8 1.5L15.5 14.5H.5z",
  pentagon: "M8 .8l7.4 5.4L12.6 15H3.4L.6 6.2z",
  rectangle: "M3 1h10v14H3z",
};

export function icon(type: string): Element {
  const outline = OUTLINES[shape(type)] ?? OUTLINES.ellipse ?? "";
  const made = svg(
    "svg",
    { viewBox: "0 0 16 16", class: "icon", "aria-hidden": "true" },
    svg("path", { d: outline }),
  ) as SVGElement;
  return typed(made, type);
}

/** Give an element the colour of a type, whatever the theme becomes. */
export function typed<E extends HTMLElement | SVGElement>(element: E, type: string): E {
  element.style.setProperty("--type", `var(--type-${type})`);
  return element;
}
