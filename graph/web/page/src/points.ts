/**
 * Text by code points. The server counts code points; JavaScript counts UTF-16 units, and a rare
 * character such as 𣲗 takes two of them.
 */

/** A text that can be cut at code points. */
export class Points {
  readonly #points: string[];

  constructor(text: string) {
    this.#points = Array.from(text);
  }

  get length(): number {
    return this.#points.length;
  }

  slice(start: number, stop: number): string {
    return this.#points.slice(start, stop).join("");
  }
}

const WIDEST = 8;
const MOST_LINES = 3;
const NARROW = 0.55; // a Latin letter beside a Han character

/** Break a name into lines of about equal length, at most eight Han characters each. */
export function balanced(name: string): string {
  const parts = name.match(/[\x21-\x7e]{1,12}|\s+|[^\x21-\x7e]/gu) ?? [];
  const whole = drawnWidth(name, 1);
  if (whole <= WIDEST) return name;
  const wanted = whole / Math.min(MOST_LINES, Math.ceil(whole / WIDEST));
  const lines = [""];
  for (const part of parts) {
    const last = lines.at(-1) ?? "";
    const after = drawnWidth(last + part, 1);
    // Break where the line comes nearest to its share.
    const fuller = after - wanted > wanted - drawnWidth(last, 1);
    if (last && fuller && lines.length < MOST_LINES) lines.push(part.trimStart());
    else if (after > WIDEST + 1 && lines.length === MOST_LINES) return `${lines.join("\n")}…`;
    else lines[lines.length - 1] = last + part;
  }
  return lines.join("\n");
}

/** A quote on one line: spaces that the layout put between Han characters are dropped. */
export function joined(quote: string): string {
  return quote.replace(/(?<![\x21-\x7e])\s+|\s+(?![\x21-\x7e])/g, "").replace(/\s+/g, " ");
}

/** Estimate how wide a text is drawn, in pixels at a font size: Han are square, Latin half. */
export function drawnWidth(text: string, size: number): number {
  let width = 0;
  for (const one of text) width += (one.codePointAt(0) ?? 0) > 0x2e7f ? size : size * NARROW;
  return width;
}
