/** The search box: a combobox that finds by 汉字, pinyin and initials, wherever one is. */

import { api, Refused } from "./api";
import { type Desk, sentence } from "./desk";
import { el, fill } from "./dom";
import { icon } from "./icon";
import { label } from "./schema";
import { words } from "./settings";
import type { Hit } from "./shapes";

const PAUSE = 120;

export class Search {
  readonly element: HTMLElement;
  readonly input = el("input", {
    id: "search",
    attributes: {
      type: "search",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      "aria-expanded": "false",
      "aria-controls": "hits",
      "aria-autocomplete": "list",
    },
  });
  readonly #list = el("ul", { id: "hits", hidden: true, attributes: { role: "listbox" } });
  #hits: Hit[] = [];
  #active = 0;
  #timer = 0;
  #running: AbortController | undefined;

  constructor(readonly desk: Desk) {
    this.element = el("div", { className: "search" }, this.input, this.#list);
    this.input.addEventListener("input", () => this.#later());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.input.addEventListener("blur", () => this.#close());
    // A press on a hit must not take the focus, or the list closes before the click.
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    this.relabel();
  }

  relabel(): void {
    this.input.placeholder = words().search;
    this.input.setAttribute("aria-label", words().searchName);
    this.#list.setAttribute("aria-label", words().searchName);
  }

  focus(): void {
    this.input.focus();
    this.input.select();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#ask(), PAUSE);
  }

  async #ask(): Promise<void> {
    const text = this.input.value.trim();
    this.#running?.abort();
    if (!text) return this.#close();
    const running = new AbortController();
    this.#running = running;
    try {
      const found = await api.search(text, running.signal);
      if (!running.signal.aborted) this.#show(found.items, found.total);
    } catch (error) {
      if (running.signal.aborted) return;
      if (!(error instanceof Refused)) throw error;
      this.#close();
      this.desk.screen.say(sentence(error));
    }
  }

  #show(hits: Hit[], total: number): void {
    this.#hits = hits;
    this.#active = 0;
    const count = el("li", { className: "count", attributes: { role: "presentation" } });
    count.textContent = hits.length ? words().hits(hits.length, total) : words().noHit;
    fill(this.#list, ...hits.map((one, place) => this.#option(one, place)), count);
    this.#list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.#mark();
  }

  #option(hit: Hit, place: number): HTMLElement {
    const matched = hit.matched === hit.name ? "" : hit.matched;
    const note = [label(hit.type), hit.note, matched, words().kind[hit.kind]].filter(Boolean);
    return el(
      "li",
      { id: `hit-${place}`, attributes: { role: "option" }, onclick: () => this.#pick(place) },
      icon(hit.type),
      el("span", { className: "what" }, hit.name),
      el("span", { className: "quiet" }, note.join(" · ")),
      el("span", { className: "degree", title: words().relationCount(hit.degree) }, String(hit.degree)),
    );
  }

  #mark(): void {
    this.#list.querySelectorAll("[role=option]").forEach((one, place) => {
      one.setAttribute("aria-selected", String(place === this.#active));
      if (place === this.#active) one.scrollIntoView({ block: "nearest" });
    });
    if (this.#hits.length) this.input.setAttribute("aria-activedescendant", `hit-${this.#active}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return; // the keys belong to the input method
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.#hits.length) {
      event.preventDefault();
      this.#active = (this.#active + step + this.#hits.length) % this.#hits.length;
      this.#mark();
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.#pick(this.#active);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (this.#list.hidden) this.input.blur();
      this.#close();
    }
  }

  #pick(place: number): void {
    const hit = this.#hits[place];
    if (!hit || this.#list.hidden) return;
    this.#close();
    this.input.value = "";
    this.input.blur();
    void this.desk.pick(hit.id);
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#running?.abort();
    this.#list.hidden = true;
    this.#hits = [];
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
