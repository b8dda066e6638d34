/**
 * The desk: what the person does, carried out. It holds the scene and its history, asks the server,
 * and keeps the picture, the panel, the legend and the address in step.
 */

import { read, type View, write } from "./address";
import { api, Refused, UNREACHABLE } from "./api";
import type { Bundle } from "./canvas/bundles";
import type { Covered, Gestures, Picture } from "./canvas/picture";
import { EMPTY, History, type Placed, type Scene } from "./canvas/scene";
import { words } from "./settings";
import type { GraphEdge, GraphNode, PathPage } from "./shapes";

/** What the desk tells the rest of the page. */
export interface Screen {
  show(view: View): Promise<void>;
  changed(): void;
  say(text: string): void;
  quiet(): void;
  covered(): Covered;
}

export class Desk implements Gestures {
  picture!: Picture;
  screen!: Screen;
  view: View = { kind: "home" };
  chosen: string | undefined;
  /** The first end of a path that is being chosen. */
  pathFrom: string | undefined;
  readonly history = new History();
  readonly nodes = new Map<string, GraphNode>();
  hidden: string[] = [];
  expandBy = 25;
  most = 1500;
  #edges = new Map<string, GraphEdge>();

  // --- what is on the canvas

  shownNodes(): GraphNode[] {
    return this.picture.places().flatMap(({ id }) => this.nodes.get(id) ?? []);
  }

  shownEdges(): GraphEdge[] {
    const shown = new Set(this.picture.places().map((one) => one.id));
    return [...this.#edges.values()].filter((one) => shown.has(one.source) && shown.has(one.target));
  }

  has(id: string): boolean {
    return this.picture.places().some((one) => one.id === id);
  }

  /** Put entities on the canvas, with every edge among all that are shown. */
  async add(ids: string[], parent?: string): Promise<boolean> {
    const shown = this.picture.places().map((one) => one.id);
    const all = [...new Set([...shown, ...ids])];
    if (all.length === shown.length) return true;
    if (all.length > this.most) {
      this.screen.say(words().tooMany(this.most));
      return false;
    }
    const before = this.#scene();
    await this.#learn(all);
    this.history.push(before);
    this.#draw(all, undefined, parent);
    if (!parent || !shown.length) this.picture.fit();
    this.#changed();
    return true;
  }

  /** Add the neighbours of an entity that are not shown, the most reported first. */
  async expand(id: string, types: string[] = []): Promise<void> {
    await this.#try(async () => {
      if (!this.has(id) && !(await this.add([id]))) return;
      const looked = this.view;
      const shown = this.picture.places().map((one) => one.id);
      const found = await api.expand(id, shown, types, this.expandBy);
      const fresh = found.nodes.items.map((one) => one.id);
      if (!fresh.length) this.screen.say(words().allShown);
      else if (await this.add(fresh, id)) {
        const { shown: now, total } = found.nodes;
        this.screen.say(words().showing(now, total));
      }
      // Whoever opened something else meanwhile keeps it.
      if (this.view === looked) await this.open(id);
    });
  }

  hide(id: string): void {
    if (!this.has(id)) return;
    this.history.push(this.#scene());
    this.#draw(this.#ids().filter((one) => one !== id), this.#scene().placed);
    this.clear();
    this.#changed();
  }

  /** Leave only an entity and what is next to it. */
  focus(id: string): void {
    const near = new Set([id]);
    for (const { source, target } of this.shownEdges())
      if (source === id || target === id) near.add(source).add(target);
    this.history.push(this.#scene());
    this.#draw([...near], this.#scene().placed);
    this.picture.choose([id]);
    this.picture.fit();
    this.#changed();
  }

  clearCanvas(): void {
    this.history.push(this.#scene());
    this.#draw([], []);
    this.clear();
    this.#changed();
  }

  layAgain(): void {
    this.history.push(this.#scene());
    this.picture.layAgain();
    this.#changed();
  }

  toggle(type: string): void {
    this.history.push(this.#scene());
    this.hidden = this.hidden.includes(type)
      ? this.hidden.filter((one) => one !== type)
      : [...this.hidden, type].sort();
    this.picture.filter(this.hidden);
    this.#changed();
  }

  undo(): void {
    this.#restore(this.history.undo(this.#scene()));
  }

  redo(): void {
    this.#restore(this.history.redo(this.#scene()));
  }

  // --- what the panel shows

  /** Choose an entity: its neighbourhood stays, the rest dims, the panel tells about it. */
  async open(id: string): Promise<void> {
    this.chosen = id;
    if (this.has(id)) this.picture.choose([id]);
    if (this.view.kind === "entity" && this.view.id === id) this.#changed();
    else await this.#show({ kind: "entity", id });
  }

  /** Take an entity from a search or a list onto the canvas. */
  async pick(id: string): Promise<void> {
    await this.#try(async () => {
      if (this.pathFrom && this.pathFrom !== id) return this.findPath(this.pathFrom, id);
      if (!this.picture.places().length) return this.expand(id);
      const known = this.has(id);
      if (!(await this.add([id]))) return;
      if (known) this.picture.fit([id, ...this.#near(id)]);
      await this.open(id);
    });
  }

  async openEdges(edges: { id: string; type: string }[]): Promise<void> {
    await this.#show({ kind: "edges", edges });
  }

  /** Bring the ends of edges that the panel tells about onto the canvas, and mark their line. */
  async mark(edges: GraphEdge[]): Promise<void> {
    const [first] = edges;
    if (!first) return;
    const ends = edges.flatMap(({ source, target }) => [source, target]);
    if (!(await this.add(ends, ends.find((one) => this.has(one))))) return;
    const bundle = this.picture.bundleOf(first.id);
    if (bundle) this.picture.choose([bundle.source, bundle.target], bundle.id);
  }

  async openArticle(id: string, evidence?: string): Promise<void> {
    await this.#show(evidence ? { kind: "article", id, evidence } : { kind: "article", id });
  }

  async openTable(): Promise<void> {
    await this.#show({ kind: "table" });
  }

  async openQuery(name: string, given: Record<string, string>): Promise<void> {
    await this.#show({ kind: "query", name, given });
  }

  async openView(view: View): Promise<void> {
    this.view = { kind: "home" };
    if (view.kind === "entity") await this.open(view.id);
    else if (view.kind === "edges") await this.openEdges(view.edges);
    else if (view.kind === "home") this.clear();
    else await this.#show(view);
  }

  async findPath(from: string, to: string): Promise<void> {
    this.pathFrom = undefined;
    this.screen.quiet();
    await this.#show({ kind: "path", from, to });
  }

  /** Draw a path that was found, and dim the rest. */
  async showPath(page: PathPage, place: number): Promise<void> {
    const path = page.items[place];
    if (!path) return;
    const nodes = path.nodes.map((one) => one.id);
    if (!(await this.add(nodes))) return;
    this.picture.walk(nodes, path.hops.map((one) => one.id));
    this.picture.fit(nodes);
  }

  beginPath(id: string): void {
    this.pathFrom = id;
    this.screen.say(words().pathPick);
    this.screen.changed();
  }

  // --- gestures on the canvas

  chooseNode(id: string, second: boolean): void {
    const from = this.pathFrom ?? (second ? this.chosen : undefined);
    if (from && from !== id) void this.#try(() => this.findPath(from, id));
    else void this.#try(() => this.open(id));
  }

  chooseBundle(bundle: Bundle): void {
    void this.openEdges(bundle.members.map(({ id, type }) => ({ id, type })));
  }

  clear(): void {
    this.chosen = undefined;
    this.pathFrom = undefined;
    this.picture.choose([]);
    void this.#show({ kind: "home" });
  }

  willMove(): void {
    this.history.push(this.#scene());
  }

  moved(): void {
    this.#changed();
  }

  covered(): Covered {
    return this.screen.covered();
  }

  // --- the address

  /** Draw what a link says. */
  async restore(fragment: string): Promise<void> {
    const { scene, view } = read(fragment);
    await this.#try(async () => {
      const ids = scene.placed.map((one) => one.id).slice(0, this.most);
      const missing = ids.length ? await this.#learn(ids) : [];
      const known = ids.filter((one) => this.nodes.has(one) && !missing.includes(one));
      const placed = scene.placed.every((one) => Number.isFinite(one.x + one.y));
      this.#draw([], []);
      this.hidden = scene.hidden;
      this.#draw(known, placed ? scene.placed : undefined);
      this.picture.fit();
      if (missing.length) this.screen.say(words().missing(missing.length));
      if (!known.length && view.kind === "entity") await this.#begin(view.id);
      else await this.openView(view);
      this.#changed();
    });
  }

  // --- inside

  /** Start an empty canvas with an entity; a link may name it by an id of before a merge. */
  async #begin(id: string): Promise<void> {
    const { entity } = await api.entity(id);
    await this.expand(entity.id);
  }

  #scene(): Scene {
    return { placed: this.picture.places(), hidden: this.hidden };
  }

  #ids(): string[] {
    return this.picture.places().map((one) => one.id);
  }

  #near(id: string): string[] {
    return this.shownEdges().flatMap(({ source, target }) =>
      source === id ? [target] : target === id ? [source] : [],
    );
  }

  async #learn(ids: string[]): Promise<string[]> {
    const found = await api.subgraph([...ids].sort());
    for (const one of found.nodes) this.nodes.set(one.id, one);
    for (const one of found.edges) this.#edges.set(one.id, one);
    return found.missing;
  }

  #draw(ids: string[], places?: Placed[], parent?: string): void {
    const wanted = new Set(ids);
    const nodes = [...wanted].sort().flatMap((id) => this.nodes.get(id) ?? []);
    const edges = [...this.#edges.values()].filter(
      (one) => wanted.has(one.source) && wanted.has(one.target),
    );
    this.picture.draw(nodes, edges, places, parent);
    this.picture.filter(this.hidden);
  }

  #restore(scene: Scene | undefined): void {
    if (!scene) return;
    this.hidden = scene.hidden;
    this.#draw(scene.placed.map((one) => one.id), scene.placed);
    if (this.chosen && this.has(this.chosen)) this.picture.choose([this.chosen]);
    else this.picture.choose([]);
    this.#changed();
  }

  async #show(view: View): Promise<void> {
    this.view = view;
    this.#changed();
    await this.#try(() => this.screen.show(view));
  }

  #changed(): void {
    const fragment = write(this.picture ? this.#scene() : EMPTY, this.view);
    history.replaceState(null, "", fragment ? `#${fragment}` : location.pathname);
    this.screen.changed();
  }

  /** Do something that may fail; the failure is told in a sentence, once. */
  async #try(run: () => Promise<unknown>): Promise<void> {
    try {
      await run();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.screen.say(sentence(error));
    }
  }
}

/** What a refusal means to the person. */
export function sentence(error: Refused): string {
  if (error.status === UNREACHABLE) return words().unreachable;
  return error.status === UNKNOWN ? words().noToken : error.message;
}

const UNKNOWN = 401;
