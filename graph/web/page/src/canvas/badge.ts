/** The "+12" at a node's corner: how many of its neighbours are not on the canvas. */

import { paint } from "./style";

const HEIGHT = 15;
const DIGIT = 6.6;
const cache = new Map<string, string>();

export function badgeWidth(count: number): number {
  return Math.ceil((String(count).length + 1) * DIGIT + 9);
}

/** Draw a badge as a picture; only a number ever goes in. */
export function badge(count: number): string {
  const chosen = paint();
  const key = `${Math.trunc(count)}${chosen.ground}`;
  const known = cache.get(key);
  if (known) return known;
  const width = badgeWidth(count);
  const drawn =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width * 2}" height="${HEIGHT * 2}" viewBox="0 0 ${width} ${HEIGHT}">` +
    `<rect x=".5" y=".5" width="${width - 1}" height="${HEIGHT - 1}" rx="7" fill="${chosen.ground}" stroke="${chosen.line}"/>` +
    `<text x="${width / 2}" y="11" font-size="10.5" font-family="sans-serif" text-anchor="middle" fill="${chosen.lineInk}">+${Math.trunc(count)}</text></svg>`;
  const made = `data:image/svg+xml;utf8,${encodeURIComponent(drawn)}`;
  cache.set(key, made);
  return made;
}
