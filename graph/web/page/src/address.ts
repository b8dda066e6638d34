/** The address: `#n=id~x~y,…&hide=Place&s=e:id`, so that a link reopens the same picture. */

import type { Scene } from "./canvas/scene";

/** What the panel shows. */
export type View =
  | { kind: "home" }
  | { kind: "entity"; id: string }
  | { kind: "edges"; edges: { id: string; type: string }[] }
  | { kind: "article"; id: string; evidence?: string }
  | { kind: "table" }
  | { kind: "path"; from: string; to: string }
  | { kind: "query"; name: string; given: Record<string, string> };

/** Code a piece of an address; `~` and `,` part the pieces, so neither may stand inside one. */
function code(text: string): string {
  return encodeURIComponent(text).replaceAll("~", "%7E");
}

export function write(scene: Scene, view: View): string {
  const parts: string[] = [];
  if (scene.placed.length)
    parts.push(`n=${scene.placed.map((one) => `${code(one.id)}~${one.x}~${one.y}`).join(",")}`);
  if (scene.hidden.length) parts.push(`hide=${scene.hidden.map(code).join(",")}`);
  const shown = writeView(view);
  if (shown) parts.push(`s=${shown}`);
  return parts.join("&");
}

export function read(fragment: string): { scene: Scene; view: View } {
  const parts = new Map(
    fragment
      .replace(/^#/, "")
      .split("&")
      .map((part): [string, string] => {
        const at = part.indexOf("=");
        return [part.slice(0, at), part.slice(at + 1)];
      }),
  );
  const placed = list(parts.get("n")).flatMap((one) => {
    const [id, x, y] = one.split("~");
    return id ? [{ id: plain(id), x: Number(x ?? NaN), y: Number(y ?? NaN) }] : [];
  });
  const hidden = list(parts.get("hide")).map(plain);
  return { scene: { placed, hidden }, view: readView(parts.get("s") ?? "") };
}

function writeView(view: View): string {
  switch (view.kind) {
    case "home":
      return "";
    case "entity":
      return `e:${code(view.id)}`;
    case "edges":
      return `l:${view.edges.map((one) => `${code(one.type)}~${code(one.id)}`).join(",")}`;
    case "article":
      return `a:${code(view.id)}${view.evidence ? `~${code(view.evidence)}` : ""}`;
    case "table":
      return "t:";
    case "path":
      return `p:${code(view.from)}~${code(view.to)}`;
    case "query": {
      const given = Object.entries(view.given).map(([key, value]) => `~${code(key)}~${code(value)}`);
      return `q:${code(view.name)}${given.join("")}`;
    }
  }
}

function readView(text: string): View {
  const kind = text.slice(0, 2);
  const [first = "", ...rest] = text.slice(2).split("~").map(plain);
  if (kind === "e:" && first) return { kind: "entity", id: first };
  if (kind === "a:" && first)
    return rest[0] ? { kind: "article", id: first, evidence: rest[0] } : { kind: "article", id: first };
  if (kind === "p:" && first && rest[0]) return { kind: "path", from: first, to: rest[0] };
  if (kind === "t:") return { kind: "table" };
  if (kind === "l:") return { kind: "edges", edges: readEdges(text.slice(2)) };
  if (kind === "q:" && first) {
    const given: Record<string, string> = {};
    for (let at = 0; at + 1 < rest.length; at += 2) given[rest[at] ?? ""] = rest[at + 1] ?? "";
    return { kind: "query", name: first, given };
  }
  return { kind: "home" };
}

function readEdges(text: string): { id: string; type: string }[] {
  return list(text).flatMap((one) => {
    const [type = "", id = ""] = one.split("~").map(plain);
    return id ? [{ id, type }] : [];
  });
}

function list(text: string | undefined): string[] {
  return text ? text.split(",").filter(Boolean) : [];
}

/** Undo the coding; a broken piece of a link stands for itself. */
function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
