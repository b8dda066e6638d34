/** Start: learn the schema, build the page, draw what the address says. */

import "./styles/base.css";
import "./styles/stage.css";
import "./styles/panel.css";
import "./styles/above.css";

import type { View } from "./address";
import { api, Refused } from "./api";
import { type Covered, Picture } from "./canvas/picture";
import { Desk, type Screen, sentence } from "./desk";
import { el, fill } from "./dom";
import { Header } from "./header";
import { Help } from "./help";
import { listen } from "./keys";
import { Legend } from "./legend";
import { Notice } from "./notice";
import { Panel } from "./panel/panel";
import { applyColours, label, learn } from "./schema";
import { Search } from "./search";
import { applyLanguage, onSystemTheme, switchLanguage, switchTheme, words } from "./settings";
import type { Meta } from "./shapes";
import { takeToken } from "./token";
import { Welcome } from "./welcome";

/** Everything on the page, joined. */
class Page implements Screen {
  readonly desk = new Desk();
  readonly search = new Search(this.desk);
  readonly notice = new Notice();
  readonly help = new Help();
  readonly canvas = el("div", {
    id: "canvas",
    tabIndex: 0,
    attributes: { role: "application" },
  });
  readonly status = el("p", { className: "status quiet" });
  readonly spoken = el("p", { className: "spoken", attributes: { "aria-live": "polite" } });
  readonly panel: Panel;
  readonly header: Header;
  readonly legend: Legend;
  readonly welcome = new Welcome(this.desk);

  constructor(meta: Meta, root: HTMLElement) {
    this.desk.expandBy = meta.limits.expand;
    this.desk.most = meta.limits.canvas;
    this.desk.screen = this;
    this.panel = new Panel(this.desk, meta);
    const stage = el("main", {}, this.canvas, this.status, this.spoken);
    fill(root, stage); // Cytoscape measures its place, so it has to stand in the page
    this.desk.picture = new Picture(this.canvas, this.desk);
    this.legend = new Legend(this.desk);
    this.header = new Header(this.desk, this.search, {
      theme: () => this.#theme(true),
      language: () => this.#language(),
      help: () => this.help.open(),
    });
    stage.append(this.legend.element, this.welcome.element);
    fill(root, this.header.element, stage, this.panel.element, this.notice.element, this.help.element);
    this.#name();
    this.#listen();
  }

  async show(view: View): Promise<void> {
    await this.panel.show(view);
    const found = this.desk.chosen ? this.desk.nodes.get(this.desk.chosen) : undefined;
    if (view.kind === "entity" && found)
      this.spoken.textContent = `${label(found.type)} ${found.name}，${words().relationCount(found.degree)}`;
  }

  changed(): void {
    this.header.changed();
    this.legend.draw();
    void this.welcome.draw();
    this.panel.changed();
    const [nodes, edges] = [this.desk.shownNodes().length, this.desk.shownEdges().length];
    this.status.textContent = nodes ? words().onCanvas(nodes, edges) : "";
  }

  say(text: string): void {
    this.notice.say(text);
  }

  quiet(): void {
    this.notice.quiet();
  }

  covered(): Covered {
    return this.legend.covered();
  }

  #name(): void {
    this.canvas.setAttribute("aria-label", words().canvas);
  }

  #theme(change: boolean): void {
    if (change) switchTheme();
    applyColours();
    this.desk.picture.refresh();
  }

  #language(): void {
    switchLanguage();
    this.notice.quiet();
    this.#name();
    this.search.relabel();
    this.header.draw();
    this.desk.picture.refresh();
    this.changed();
    void this.panel.show(this.desk.view);
  }

  #listen(): void {
    const { desk } = this;
    listen(
      desk,
      {
        search: () => this.search.focus(),
        panel: () => this.panel.focus(),
        help: () => this.help.open(),
        theme: () => this.#theme(true),
        cancel: () => this.#cancel(),
      },
      this.canvas,
    );
    onSystemTheme(() => this.#theme(false));
    window.addEventListener("hashchange", () => {
      takeToken();
      void desk.restore(location.hash);
    });
    void document.fonts.ready.then(() => desk.picture.refresh());
  }

  #cancel(): void {
    this.notice.quiet();
    if (!this.help.element.open) this.desk.clear();
  }
}

async function start(): Promise<void> {
  takeToken();
  applyLanguage();
  const root = document.getElementById("page");
  if (!root) return;
  const fragment = location.hash;
  try {
    const [meta, schema] = await Promise.all([api.meta(), api.schema()]);
    learn(schema);
    applyColours();
    await new Page(meta, root).desk.restore(fragment);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    fill(root, el("p", { className: "problem", attributes: { role: "alert" } }, sentence(error)));
  }
}

void start();
