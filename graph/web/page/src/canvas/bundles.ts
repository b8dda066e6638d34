/** Edges as they are drawn: several of one type between the same two nodes are one line, "×3". */

import { isSymmetric, label } from "../schema";
import type { GraphEdge } from "../shapes";

export interface Bundle {
  id: string;
  type: string;
  source: string;
  target: string;
  members: GraphEdge[];
}

const SURE = 0.75;

export function bundles(edges: Iterable<GraphEdge>): Bundle[] {
  const found = new Map<string, Bundle>();
  for (const edge of edges) {
    const id = `${edge.type}|${edge.source}|${edge.target}`;
    const known = found.get(id);
    if (known) known.members.push(edge);
    else
      found.set(id, {
        id,
        type: edge.type,
        source: edge.source,
        target: edge.target,
        members: [edge],
      });
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What stands on the line: the type, and the role or title when all members share it. */
export function caption(bundle: Bundle): string {
  const details = new Set(bundle.members.map(detail));
  const name = label(bundle.type);
  const [only = ""] = details;
  const shared = details.size === 1 && only !== name ? only : ""; // not 参加 · 参加
  const times = bundle.members.length > 1 ? ` ×${bundle.members.length}` : "";
  return `${name}${shared ? ` · ${shared}` : ""}${times}`;
}

export function detail(edge: GraphEdge): string {
  const { role, title } = edge.properties;
  return String(role ?? title ?? "");
}

export function classes(bundle: Bundle): string {
  const made: string[] = [];
  if (isSymmetric(bundle.type)) made.push("symmetric");
  if (bundle.members.every((one) => !one.fact)) made.push("structure");
  const sure = (one: GraphEdge) => Number(one.properties.confidence ?? 1) >= SURE;
  if (!bundle.members.some(sure)) made.push("unsure");
  return made.join(" ");
}
