/** The panel before anything is chosen: where to start, what the graph holds, the saved queries. */

import { api } from "../api";
import type { Desk } from "../desk";
import { button, el } from "../dom";
import { icon } from "../icon";
import { entityTypes, label } from "../schema";
import { language, words } from "../settings";
import type { Meta, SavedQuery } from "../shapes";
import { section } from "./parts";

export async function homeView(desk: Desk, meta: Meta): Promise<HTMLElement> {
  const queries = await api.queries();
  return el(
    "article",
    { className: "home-page" },
    section(words().inGraph, el("ul", { className: "counts" }, ...counts(meta))),
    queries.items.length > 0 &&
      section(words().queries, el("div", { className: "rows" }, ...queries.items.map((one) => query(desk, one)))),
    el("p", { className: "quiet" }, `govgraph ${meta.version} · ${meta.store}`),
  );
}

function counts(meta: Meta): HTMLElement[] {
  const types = [...entityTypes().map((one) => one.name), "Article", "Evidence"];
  return types
    .filter((type) => meta.counts.nodes[type])
    .map((type) => el("li", {}, icon(type), `${label(type)} ${meta.counts.nodes[type]}`));
}

function query(desk: Desk, one: SavedQuery): HTMLElement {
  return button(
    [el("span", { className: "what" }, one[language()]), el("span", { className: "quiet" }, one.name)],
    () => void desk.openQuery(one.name, {}),
    { className: "row" },
  );
}
