/** An article to read: the quote highlighted and scrolled to, everyone who is named underlined. */

import { api } from "../api";
import type { Desk } from "../desk";
import { button, el, fill } from "../dom";
import { marked } from "../marked";
import { joined } from "../points";
import { label } from "../schema";
import { words } from "../settings";
import type { ArticlePage, ArticlePiece, Span } from "../shapes";
import { chip, section } from "./parts";

export async function articleView(
  desk: Desk,
  id: string,
  evidence: string | undefined,
): Promise<HTMLElement> {
  const page = await api.article(id);
  const chosen = page.evidence.items.find((one) => one.id === evidence);
  const body = el("div", { className: "text", attributes: { lang: "zh-CN" } });
  const reader = new Reader(desk, page, body);
  reader.show(chosen);
  return el(
    "article",
    { className: "article-page" },
    el("header", {}, reader.title, el("p", { className: "quiet" }, origin(page))),
    el("div", { className: "actions" }, reader.way, reader.toQuote),
    body,
    stated(desk, page, reader),
    named(desk, page),
  );
}

/** Shows the text, in the two ways that it can be read. */
class Reader {
  readonly title = el("h2");
  readonly way: HTMLButtonElement;
  readonly toQuote: HTMLButtonElement;
  #raw = false;
  #chosen: ArticlePiece | undefined;
  readonly #types: Map<string, string>;

  constructor(
    readonly desk: Desk,
    readonly page: ArticlePage,
    readonly body: HTMLElement,
  ) {
    this.#types = new Map(page.mentions.items.map((one) => [one.id, one.type]));
    this.way = button("", () => this.#turn());
    this.toQuote = button(words().toQuote, () => this.scroll());
  }

  show(chosen: ArticlePiece | undefined): void {
    this.#chosen = chosen;
    this.#draw();
    requestAnimationFrame(() => this.scroll());
  }

  scroll(): void {
    const found = this.body.querySelector("mark") ?? this.title.querySelector("mark");
    found?.scrollIntoView({ block: "center" });
  }

  #turn(): void {
    this.#raw = !this.#raw;
    this.#draw();
    this.scroll();
  }

  #draw(): void {
    const { article, reading } = this.page;
    this.way.textContent = this.#raw ? words().healed : words().raw;
    this.toQuote.hidden = !this.#chosen;
    this.body.classList.toggle("raw", this.#raw);
    fill(this.title, this.#marked(article.title || words().untitled, this.#spans("title"), []));
    const spans = this.#spans("text");
    if (this.#raw) fill(this.body, this.#marked(article.text, spans, []));
    else fill(this.body, this.#marked(reading.text, spans, reading.marks));
  }

  #spans(where: string): Span[] {
    if (this.#chosen?.in !== where) return [];
    return [this.#raw ? this.#chosen : this.#chosen.mark];
  }

  #marked(text: string, quotes: Span[], names: ArticlePage["reading"]["marks"]): DocumentFragment {
    return marked(text, {
      quotes,
      names,
      type: (entity) => this.#types.get(entity),
      open: (entity) => void this.desk.pick(entity),
    });
  }
}

function origin(page: ArticlePage): string {
  const { article } = page;
  const printed = article.page ? words().page(article.page) : "";
  const authors = (article.authors ?? []).join(" ");
  return [article.source, article.date, printed, article.place, authors].filter(Boolean).join(" · ");
}

/** Every fact that the article states; a click highlights its words. */
function stated(desk: Desk, page: ArticlePage, reader: Reader): HTMLElement {
  const rows = page.evidence.items.map((one) => {
    const [source, target] = one.ends;
    const line = `${source?.name ?? "?"} — ${label(one.edge_type)} → ${target?.name ?? "?"}`;
    return button(
      [el("span", { className: "what" }, line), el("span", { className: "quiet" }, joined(one.quote))],
      () => {
        reader.show(one);
        desk.view = { kind: "article", id: page.article.id, evidence: one.id };
        desk.moved();
      },
      { className: "row" },
    );
  });
  return section(
    `${words().stated} ${page.evidence.total}`,
    el("div", { className: "rows" }, ...rows),
  );
}

function named(desk: Desk, page: ArticlePage): HTMLElement {
  const chips = page.mentions.items.map((one) =>
    chip(desk, { ...one, note: "", official: false, degree: 0 }),
  );
  return section(`${words().mentioned} ${page.mentions.total}`, el("div", { className: "chips" }, ...chips));
}
