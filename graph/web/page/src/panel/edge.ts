/** The evidence card: who, what, whom; the sentence that says so; how sure; where it stands. */

import { api } from "../api";
import type { Desk } from "../desk";
import { button, el } from "../dom";
import { marked } from "../marked";
import { isSymmetric, label, propertyLabel, written } from "../schema";
import { words } from "../settings";
import type { EdgePage, GraphEdge, GraphNode, Piece } from "../shapes";
import { chip, confidence, quiet, status, when } from "./parts";

const SHOWN = ["title", "role", "order", "listed_as", "status", "attested_first", "attested_last"];

export async function edgesView(
  desk: Desk,
  edges: { id: string; type: string }[],
): Promise<HTMLElement> {
  const pages = await Promise.all(edges.map((one) => api.edge(one.id, one.type)));
  await desk.mark(pages.map((one) => one.edge));
  return el("article", { className: "edge-page" }, ...pages.map((one) => edge(desk, one)));
}

/** One edge with all its evidence. */
function edge(desk: Desk, page: EdgePage): HTMLElement {
  const { items, total } = page.evidence;
  return el(
    "section",
    { className: "edge", attributes: { "data-edge": page.edge.id } },
    statement(desk, page.edge, page.source, page.target),
    el("p", { className: "quiet" }, summary(page.edge)),
    details(page.edge),
    items.length ? el("h3", {}, words().evidence(total)) : basis(page.edge),
    ...items.map((one) => card(desk, one, page)),
    page.evidence.truncated && quiet(words().showing(items.length, total)),
  );
}

export function statement(
  desk: Desk,
  of: GraphEdge,
  source: GraphNode | null,
  target: GraphNode | null,
): HTMLElement {
  const arrow = isSymmetric(of.type) ? "↔" : "→";
  return el(
    "p",
    { className: "statement" },
    chip(desk, source),
    el("span", { className: "verb" }, `${label(of.type)} ${arrow}`),
    chip(desk, target),
  );
}

function summary(of: GraphEdge): string {
  const found = of.properties.n_articles;
  const told = typeof found === "number" ? words().says(found) : "";
  return [when(of.properties), confidence(of.properties.confidence), told].filter(Boolean).join(" · ");
}

function details(of: GraphEdge): HTMLElement | null {
  const rows = SHOWN.flatMap((name) => {
    const found = of.properties[name];
    const value = name === "status" ? status(found) : written(found, words().yes, words().no);
    return value ? [el("dt", {}, propertyLabel(of.type, name)), el("dd", {}, value)] : [];
  });
  return rows.length ? el("dl", {}, ...rows) : null;
}

function basis(of: GraphEdge): HTMLElement {
  const found = String(of.properties.basis ?? "");
  return quiet(found ? `${words().noEvidence}${words().basis[found] ?? found}` : words().structure);
}

/** One piece of evidence: the sentence with the quote, and the way to its article. */
export function card(desk: Desk, piece: Piece, page: EdgePage): HTMLElement {
  const types = new Map([page.source, page.target].flatMap((one) => (one ? [[one.id, one.type]] : [])));
  const sentence = marked(piece.sentence, {
    quotes: [piece.mark],
    names: piece.ends,
    type: (entity) => types.get(entity),
  });
  const { article } = piece;
  const facts = [
    piece.role ?? piece.title ?? "",
    status(piece.status),
    when(piece),
    confidence(piece.confidence),
    piece.in === "title" ? words().inTitle : "",
    piece.rule ? `${words().rule} ${piece.rule}` : "",
  ];
  return el(
    "div",
    { className: "card" },
    el("blockquote", {}, sentence),
    el("p", { className: "quiet" }, facts.filter(Boolean).join(" · ")),
    el(
      "p",
      { className: "from" },
      el("cite", {}, article.title || words().untitled),
      el("span", { className: "quiet" }, place(article)),
    ),
    button(words().openText, () => void desk.openArticle(article.id, piece.id), {
      className: "small open-text",
    }),
  );
}

function place(article: Piece["article"]): string {
  const page = article.page ? words().page(article.page) : "";
  return [article.source, article.date, page].filter(Boolean).join(" · ");
}
