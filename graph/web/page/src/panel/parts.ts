/** Parts that several views of the panel share. */

import { detail } from "../canvas/bundles";
import type { Desk } from "../desk";
import { button, type Child, el } from "../dom";
import { icon } from "../icon";
import { label } from "../schema";
import { words } from "../settings";
import type { ArticleLine, GraphEdge, GraphNode } from "../shapes";

/** An entity as a button that opens it. */
export function chip(desk: Desk, node: GraphNode | null): HTMLElement {
  if (!node) return el("span", { className: "chip" }, "?");
  return button([icon(node.type), el("span", {}, node.name)], () => void desk.pick(node.id), {
    className: "chip",
    title: `${label(node.type)} ${node.name}`,
  });
}

export function section(title: Child, ...children: Child[]): HTMLElement {
  return el("section", {}, el("h3", {}, title), ...children);
}

export function heading(node: GraphNode): HTMLElement {
  return el(
    "header",
    { className: "entity" },
    icon(node.type),
    el(
      "div",
      {},
      el("h2", {}, node.name),
      el("p", { className: "quiet" }, label(node.type), node.note && ` · ${node.note}`),
    ),
  );
}

/** When a fact holds: a date, or a period. */
export function when(given: { date?: unknown; valid_from?: unknown; valid_to?: unknown }): string {
  if (given.valid_from || given.valid_to)
    return `${String(given.valid_from ?? "")} – ${String(given.valid_to ?? "")}`;
  return String(given.date ?? "");
}

/** What is said of an edge beside its type: role or title, status, date. */
export function said(edge: GraphEdge): string {
  return [detail(edge), status(edge.properties.status), when(edge.properties)]
    .filter(Boolean)
    .join(" · ");
}

/** The status of a tenure; that it is current goes without saying. */
export function status(value: unknown): string {
  if (typeof value !== "string" || value === "current") return "";
  return words().statuses[value] ?? value;
}

export function articleLine(desk: Desk, article: ArticleLine, evidence?: string): HTMLElement {
  const where = [article.source, article.date].filter(Boolean).join(" · ");
  return button(
    [
      el("span", { className: "what" }, article.title || words().untitled),
      el("span", { className: "quiet" }, where),
    ],
    () => void desk.openArticle(article.id, evidence),
    { className: "row" },
  );
}

/** Confidence as a number and a word. */
export function confidence(value: unknown): string {
  if (typeof value !== "number") return "";
  const said = value >= 0.9 ? words().sure : value >= 0.75 ? words().likely : words().unsure;
  return `${words().confidence} ${value.toFixed(2)}（${said}）`;
}

export function quiet(text: string): HTMLElement {
  return el("p", { className: "quiet" }, text);
}
