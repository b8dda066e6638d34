/** The panel of an entity: what is known, its facts by type, the articles that name it. */

import { api } from "../api";
import type { Desk } from "../desk";
import { button, el, fill } from "../dom";
import { icon } from "../icon";
import { joined } from "../points";
import { label, propertyLabel, written } from "../schema";
import { words } from "../settings";
import type { EntityPage, Fact, FactList } from "../shapes";
import { articleLine, heading, quiet, said, section } from "./parts";

/** Shown elsewhere in the panel, or of no use to a reader. */
const APART = new Set(["all_ids", "aliases", "reasons", "name", "title", "founder", "area", "date_min", "date_max"]);

export async function entityView(desk: Desk, id: string): Promise<HTMLElement> {
  const page = await api.entity(id);
  desk.nodes.set(page.entity.id, page.entity);
  return el(
    "article",
    { className: "entity-page" },
    heading(page.entity),
    actions(desk, page),
    known(page),
    ...page.facts.map((one) => facts(desk, page.entity.id, one)),
    page.facts.length ? null : quiet(words().noFacts),
    articles(desk, page),
    reasons(page),
  );
}

function actions(desk: Desk, page: EntityPage): HTMLElement {
  const { id, degree } = page.entity;
  const made = el("div", { className: "actions" });
  const draw = () => {
    const shown = new Set(
      desk.shownEdges().flatMap(({ source, target }) =>
        source === id ? [target] : target === id ? [source] : [],
      ),
    );
    const rest = Math.max(0, degree - shown.size);
    const more = button(
      rest ? words().expandMore(Math.min(rest, desk.expandBy)) : words().allShown,
      () => void desk.expand(id),
      { className: "primary", title: rest > desk.expandBy ? words().waiting(rest) : words().expandKey },
    );
    more.disabled = rest === 0;
    fill(
      made,
      more,
      button(words().pathFrom, () => desk.beginPath(id), { title: words().pathKey }),
      desk.has(id) && button(words().focus, () => desk.focus(id)),
      desk.has(id) && button(words().hide, () => desk.hide(id), { title: words().hideKey }),
    );
  };
  draw();
  made.addEventListener("deskchanged", draw);
  made.dataset.listens = "true";
  return made;
}

function known(page: EntityPage): HTMLElement {
  const { type } = page.entity;
  const rows = Object.entries(page.properties)
    .filter(([name, value]) => !APART.has(name) && value !== undefined && value !== "")
    .map(([name, value]): [string, string] => [
      propertyLabel(type, name),
      words().values[`${name}.${String(value)}`] ?? written(value, words().yes, words().no),
    ]);
  const names = page.names.filter((one) => one.text !== page.entity.name);
  if (names.length)
    rows.unshift([
      words().names,
      names.map((one) => `${one.text}（${words().nameKind[one.kind] ?? one.kind}）`).join("、"),
    ]);
  return el("dl", {}, ...rows.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
}

function facts(desk: Desk, id: string, list: FactList): HTMLElement {
  const rows = el("div", { className: "rows" }, ...list.items.map((one) => fact(desk, one)));
  const count = el("span", { className: "quiet" }, ` ${list.total}`);
  const title = el("span", {}, label(list.type), count);
  const open = button(words().expand, () => void desk.expand(id, [list.type]), {
    className: "small",
    title: `${words().expand}: ${label(list.type)}`,
  });
  const made = section(title, open, rows);
  made.className = "facts";
  if (list.truncated) made.append(more(desk, id, list, rows));
  return made;
}

function more(desk: Desk, id: string, list: FactList, rows: HTMLElement): HTMLElement {
  let cursor = list.cursor ?? "";
  let shown = list.shown;
  const text = () => `${words().more}（${words().showing(shown, list.total)}）`;
  const made = button(text(), () => void load(), { className: "small" });
  async function load(): Promise<void> {
    const next = await api.facts(id, list.type, cursor);
    rows.append(...next.items.map((one) => fact(desk, one)));
    shown += next.shown;
    cursor = next.cursor ?? "";
    if (cursor) made.textContent = text();
    else made.remove();
  }
  return made;
}

function fact(desk: Desk, one: Fact): HTMLElement {
  const other = one.other;
  const line = el(
    "span",
    { className: "what" },
    other && icon(other.type),
    one.direction === "in" ? "← " : "→ ",
    other?.name ?? "?",
  );
  return button(
    [line, el("span", { className: "quiet" }, said(one))],
    () => void desk.openEdges([{ id: one.id, type: one.type }]),
    { className: "row fact", title: joined(String(one.properties.quote ?? "")) },
  );
}

function articles(desk: Desk, page: EntityPage): HTMLElement | null {
  const { items, shown, total, truncated } = page.articles;
  if (!items.length) return null;
  const rows = el("div", { className: "rows" }, ...items.map((one) => articleLine(desk, one)));
  return section(words().articles, rows, truncated && quiet(words().showing(shown, total)));
}

function reasons(page: EntityPage): HTMLElement | null {
  const found = page.properties.reasons;
  if (!Array.isArray(found) || !found.length) return null;
  const list = el("ul", {}, ...found.map((one) => el("li", {}, one)));
  return section(words().reasons, list);
}
