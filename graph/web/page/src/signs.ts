/** The signs on the buttons, drawn, since not every font has them. */

import { svg } from "./dom";

const STROKES = {
  undo: "M6 3 2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H6",
  redo: "M10 3l3.5 3.5L10 10M13.5 6.5H6a3.5 3.5 0 0 0 0 7h4",
  fit: "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4",
  layout: "M8 3.2v3.3M8 6.5l-4 5M8 6.5l4 5M6.6 2h2.8v2H6.6zM2 11.5h3.4V14H2zM10.6 11.5H14V14h-3.4z",
  clear: "M2.5 4h11M6 4V2h4v2M4 4l.8 10h6.4L12 4M6.7 6.5v5M9.3 6.5v5",
  table: "M2.5 3.5h11M2.5 8h11M2.5 12.5h11",
  save: "M8 2v7.5M4.8 6.6 8 9.8l3.2-3.2M2.5 10.5v3h11v-3",
  theme: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13v13M8 4.5l5 2.6M8 8.2l5.8 2.9M8 12l2.8 1.5",
  help: "M5.2 5.6a2.8 2.8 0 1 1 4.2 2.4C8.4 8.6 8 9 8 10.2M8 12.6v.9",
  close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  back: "M9.5 3 4.5 8l5 5",
} as const;

export type Sign = keyof typeof STROKES;

export function sign(name: Sign): Element {
  return svg(
    "svg",
    { viewBox: "0 0 16 16", class: "sign", "aria-hidden": "true" },
    svg("path", { d: STROKES[name] }),
  );
}
