/** Paths between two entities: a card with its quote for each hop. */

import { api } from "../api";
import { detail } from "../canvas/bundles";
import type { Desk } from "../desk";
import { button, el } from "../dom";
import { joined } from "../points";
import { label } from "../schema";
import { words } from "../settings";
import type { GraphEdge, GraphNode, Path, PathPage } from "../shapes";
import { chip, quiet, when } from "./parts";

export async function pathView(desk: Desk, from: string, to: string): Promise<HTMLElement> {
  const page = await api.path(from, to);
  if (!page.items.length) return el("article", {}, el("h2", {}, words().path), quiet(words().noPath));
  await desk.showPath(page, 0);
  const hops = page.items[0]?.hops.length ?? 0;
  return el(
    "article",
    { className: "path-page" },
    el("h2", {}, words().path),
    quiet(words().paths(page.shown, hops) + (page.truncated ? " +" : "")),
    ...page.items.map((one, place) => path(desk, page, one, place)),
  );
}

function path(desk: Desk, page: PathPage, one: Path, place: number): HTMLElement {
  const steps: HTMLElement[] = [];
  one.nodes.forEach((node, at) => {
    steps.push(el("li", {}, chip(desk, node)));
    const hop = one.hops[at];
    if (hop) steps.push(el("li", { className: "hop" }, hopCard(desk, hop, node)));
  });
  return el(
    "section",
    {},
    button(words().showPath, () => void desk.showPath(page, place), { className: "small" }),
    el("ol", { className: "path" }, ...steps),
  );
}

function hopCard(desk: Desk, hop: GraphEdge, from: GraphNode): HTMLElement {
  const arrow = hop.source === from.id ? "↓" : "↑";
  const line = [`${arrow} ${label(hop.type)}`, detail(hop), when(hop.properties)].filter(Boolean);
  const quote = hop.properties.quote;
  return button(
    [
      el("span", { className: "what" }, line.join(" · ")),
      quote !== undefined && el("q", {}, joined(String(quote))),
    ],
    () => void desk.openEdges([{ id: hop.id, type: hop.type }]),
    { className: "row" },
  );
}
