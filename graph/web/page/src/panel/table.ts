/** The canvas as lists: everything that it shows, for who reads rather than looks. */

import type { Desk } from "../desk";
import { button, el } from "../dom";
import { icon } from "../icon";
import { isSymmetric, label } from "../schema";
import { words } from "../settings";
import type { GraphEdge, GraphNode } from "../shapes";
import { said, section } from "./parts";

export function tableView(desk: Desk): HTMLElement {
  const made = el("article", { className: "table-page" });
  const draw = () => {
    const nodes = desk.shownNodes().filter((one) => !desk.hidden.includes(one.type));
    const known = new Map(nodes.map((one) => [one.id, one]));
    const edges = desk
      .shownEdges()
      .filter((one) => !desk.hidden.includes(one.type))
      .filter((one) => known.has(one.source) && known.has(one.target));
    made.replaceChildren(
      el("h2", {}, words().table),
      section(words().entities(nodes.length), rows(sorted(nodes, name).map((one) => node(desk, one)))),
      section(
        words().relationsOf(edges.length),
        rows(sorted(edges, (one) => sentence(one, known)).map((one) => edge(desk, one, known))),
      ),
    );
  };
  draw();
  made.addEventListener("deskchanged", draw);
  made.dataset.listens = "true";
  return made;
}

function node(desk: Desk, one: GraphNode): HTMLElement {
  return button(
    [
      el("span", { className: "what" }, icon(one.type), one.name),
      el("span", { className: "quiet" }, [label(one.type), one.note].filter(Boolean).join(" · ")),
    ],
    () => void desk.open(one.id),
    { className: "row" },
  );
}

function edge(desk: Desk, one: GraphEdge, known: Map<string, GraphNode>): HTMLElement {
  return button(
    [
      el("span", { className: "what" }, sentence(one, known)),
      el("span", { className: "quiet" }, said(one)),
    ],
    () => void desk.openEdges([{ id: one.id, type: one.type }]),
    { className: "row" },
  );
}

function sentence(one: GraphEdge, known: Map<string, GraphNode>): string {
  const [source, target] = [known.get(one.source)?.name, known.get(one.target)?.name];
  return `${source ?? "?"} — ${label(one.type)} ${isSymmetric(one.type) ? "↔" : "→"} ${target ?? "?"}`;
}

function name(one: GraphNode): string {
  return one.name;
}

function sorted<T>(items: T[], key: (one: T) => string): T[] {
  return [...items].sort((a, b) => key(a).localeCompare(key(b), "zh-CN"));
}

function rows(items: HTMLElement[]): HTMLElement {
  return el("div", { className: "rows" }, ...items);
}
