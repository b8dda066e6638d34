/** A saved query: its parameters as a form, its rows as a table. */

import { api, Refused } from "../api";
import { type Desk, sentence } from "../desk";
import { button, el, fill } from "../dom";
import { language, words } from "../settings";
import { joined } from "../points";
import type { SavedQuery, Table } from "../shapes";
import { quiet } from "./parts";

const IDENTITY = "_id";

export async function queryView(
  desk: Desk,
  name: string,
  given: Record<string, string>,
): Promise<HTMLElement> {
  const found = (await api.queries()).items.find((one) => one.name === name);
  if (!found) return el("article", {}, quiet(name));
  const result = el("div", { className: "result" });
  const form = new Form(found, given, async (values) => {
    desk.view = { kind: "query", name, given: values };
    desk.moved();
    await show(desk, result, found, values);
  });
  const complete = found.parameters.every((one) => given[one.name]);
  if (complete) await show(desk, result, found, given);
  return el(
    "article",
    { className: "query-page" },
    el("h2", {}, found[language()]),
    quiet(found.name),
    form.element,
    result,
  );
}

class Form {
  readonly element = el("form");
  readonly #inputs = new Map<string, HTMLInputElement>();

  constructor(
    query: SavedQuery,
    given: Record<string, string>,
    run: (values: Record<string, string>) => Promise<void>,
  ) {
    const labels = query.parameters.map((one) => {
      const input = el("input", { attributes: { name: one.name, autocomplete: "off" } });
      input.value = given[one.name] ?? "";
      this.#inputs.set(one.name, input);
      return el("label", {}, el("span", {}, one.meaning || one.name), input);
    });
    const go = button(words().run, () => undefined, { className: "primary" });
    go.type = "submit";
    fill(this.element, ...labels, go);
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      void run(Object.fromEntries([...this.#inputs].map(([name, one]) => [name, one.value.trim()])));
    });
  }
}

async function show(
  desk: Desk,
  result: HTMLElement,
  query: SavedQuery,
  values: Record<string, string>,
): Promise<void> {
  try {
    const found = await api.run(query.name, values);
    fill(result, quiet(summary(found)), found.items.length > 0 && table(desk, query, found));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    fill(result, el("p", { className: "problem" }, sentence(error)));
  }
}

function summary(found: Table): string {
  return found.items.length ? words().rows(found.shown, found.truncated) : words().noRows;
}

function table(desk: Desk, query: SavedQuery, found: Table): HTMLElement {
  // `person_id` goes into the cell of `person`; `edge_id` becomes the way to the evidence.
  const columns = found.columns.filter((one) => !one.endsWith(IDENTITY));
  const meanings = new Map(query.columns.map((one) => [one.name, one.meaning]));
  const heads = columns.map((one) =>
    el("th", { title: meanings.get(one) ?? "", attributes: { scope: "col" } }, one),
  );
  const head = el("tr", {}, el("th"), ...heads);
  const rows = found.items.map((row) =>
    el("tr", {}, el("td", {}, way(desk, row)), ...columns.map((one) => el("td", {}, cell(desk, row, one)))),
  );
  return el(
    "div",
    { className: "scroll", tabIndex: 0 },
    el("table", {}, el("thead", {}, head), el("tbody", {}, ...rows)),
  );
}

/** The way from a row to the sentence that says so. */
function way(desk: Desk, row: Record<string, unknown>): Node | string {
  const edge = row[`edge${IDENTITY}`];
  if (typeof edge !== "string" || !edge) return "";
  const open = () => void desk.openEdges([{ id: edge, type: "" }]);
  return button(words().sentence, open, { className: "small" });
}

function cell(desk: Desk, row: Record<string, unknown>, column: string): Node | string {
  const value = row[column];
  const text = Array.isArray(value) ? value.join("、") : String(value ?? "");
  const entity = row[`${column}${IDENTITY}`];
  if (column === "quote") return joined(text);
  if (column === "article" && text)
    return button(words().openText, () => void desk.openArticle(text), { className: "small" });
  if (typeof entity === "string" && entity && column !== "edge")
    return button(text, () => void desk.pick(entity), { className: "small" });
  return text;
}
