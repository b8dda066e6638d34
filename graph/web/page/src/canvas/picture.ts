/** The picture: what Cytoscape draws of the nodes and edges that are shown. */

import cytoscape, { type Core, type EventObject, type NodeSingular } from "cytoscape";
import fcose from "cytoscape-fcose";

import { balanced, drawnWidth } from "../points";
import { colour, shape } from "../schema";
import { still } from "../settings";
import type { GraphEdge, GraphNode } from "../shapes";
import { badge, badgeWidth } from "./badge";
import { type Bundle, bundles, caption, classes } from "./bundles";
import { layAll, layNew } from "./layout";
import type { Placed } from "./scene";
import { EDGE_FONT_SIZE, paint, style } from "./style";

/** Pixels from the left and from the top. */
export interface Covered {
  left: number;
  top: number;
}

export interface Gestures {
  chooseNode(id: string, second: boolean): void;
  chooseBundle(bundle: Bundle): void;
  expand(id: string): void;
  clear(): void;
  willMove(): void;
  moved(): void;
  /** What the legend covers of the canvas. */
  covered(): Covered;
}

const SMALLEST = 22;
const LARGEST = 45;
const GLIDE = 320;
const PADDING = 48;
const NEAREST = 1.25; // a graph of two nodes does not fill the window

export class Picture {
  readonly #cy: Core;
  readonly #gestures: Gestures;
  #bundles = new Map<string, Bundle>();
  #targets = new Map<string, Placed>();

  constructor(container: HTMLElement, gestures: Gestures) {
    cytoscape.use(fcose);
    this.#cy = cytoscape({
      container,
      style: style(),
      minZoom: 0.08,
      maxZoom: 4,
      boxSelectionEnabled: false,
      selectionType: "single",
      autounselectify: true,
    });
    this.#gestures = gestures;
    this.#listen(gestures);
  }

  get core(): Core {
    return this.#cy;
  }

  /** Draw these nodes and edges; nodes that are new start at their parent. */
  draw(nodes: GraphNode[], edges: GraphEdge[], places?: Placed[], parent?: string): void {
    this.#settle();
    const known = new Set(this.#cy.nodes().map((one) => one.id()));
    const start = parent && known.has(parent) ? this.#place(parent) : undefined;
    this.#replace(nodes, edges);
    const fresh = this.#cy.nodes().filter((one) => !known.has(one.id()));
    if (places) this.#put(places);
    else if (fresh.length === this.#cy.nodes().length) layAll(this.#cy);
    else if (fresh.length) layNew(this.#cy, fresh, start);
    this.#shorten();
    this.#remember();
    if (!places && known.size && fresh.length) this.#glide(fresh, start);
  }

  layAgain(): void {
    this.#settle();
    layAll(this.#cy);
    this.#shorten();
    this.#remember();
    this.fit();
  }

  /** Where every node is, or will be when it has stopped gliding. */
  places(): Placed[] {
    return [...this.#targets.values()];
  }

  filter(hidden: string[]): void {
    const types = new Set(hidden);
    this.#cy.batch(() => {
      this.#cy.elements().forEach((one) => {
        one.toggleClass("off", types.has(one.data("type") as string));
      });
    });
  }

  choose(ids: string[], bundle?: string): void {
    this.#cy.batch(() => {
      this.#cy.elements().removeClass("chosen dim walked");
      if (!ids.length) return;
      const chosen = ids
        .map((id) => this.#cy.getElementById(id))
        .reduce((all, one) => all.union(one), this.#cy.collection());
      const line = bundle ? this.#cy.getElementById(bundle) : this.#cy.collection();
      const near = bundle ? chosen.union(line) : chosen.closedNeighborhood();
      this.#cy.elements().difference(near).addClass("dim");
      (bundle ? line : chosen).addClass("chosen");
    });
  }

  walk(nodes: string[], edges: string[]): void {
    const edgeIds = new Set(edges);
    this.#cy.batch(() => {
      this.#cy.elements().removeClass("chosen dim walked").addClass("dim");
      for (const id of nodes) this.#cy.getElementById(id).removeClass("dim").addClass("walked");
      for (const bundle of this.#bundles.values())
        if (bundle.members.some((one) => edgeIds.has(one.id)))
          this.#cy.getElementById(bundle.id).removeClass("dim").addClass("walked");
    });
  }

  fit(ids?: string[]): void {
    const wanted = ids
      ? this.#cy.nodes().filter((one) => ids.includes(one.id()))
      : this.#cy.elements().not(".off");
    if (!wanted.length) return;
    this.#cy.stop();
    const box = wanted.boundingBox();
    const covered = this.#gestures.covered();
    const left = Math.max(covered.left, PADDING);
    const top = Math.max(covered.top, PADDING);
    const width = Math.max(this.#cy.width() - left - PADDING, PADDING);
    const height = Math.max(this.#cy.height() - top - PADDING, PADDING);
    const zoom = Math.min(width / box.w, height / box.h, NEAREST);
    this.#cy.viewport({
      zoom,
      pan: {
        x: left + width / 2 - (zoom * (box.x1 + box.x2)) / 2,
        y: top + height / 2 - (zoom * (box.y1 + box.y2)) / 2,
      },
    });
  }

  /** Save the whole graph as a picture, twice as fine as the screen. */
  async save(): Promise<void> {
    const options = { full: true, scale: 2, bg: paint().ground, output: "blob-promise" } as const;
    const picture = await this.#cy.png(options);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(picture);
    link.download = "govgraph.png";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /** Draw again after the theme, the language or the fonts have changed. */
  refresh(): void {
    this.#cy.style(style());
    this.#cy.batch(() => {
      this.#cy.nodes().forEach((one) => {
        one.data("colour", colour(one.data("type") as string));
        const hidden = one.data("more") as number;
        if (hidden) one.data("badge", badge(hidden));
      });
      for (const bundle of this.#bundles.values())
        this.#cy.getElementById(bundle.id).data("label", caption(bundle));
    });
    this.#shorten();
  }

  bundle(id: string): Bundle | undefined {
    return this.#bundles.get(id);
  }

  bundleOf(edge: string): Bundle | undefined {
    return [...this.#bundles.values()].find((one) => one.members.some((each) => each.id === edge));
  }

  /** The shown neighbour that lies most nearly in a direction, in radians; 0 is to the right. */
  toward(id: string, angle: number): string | undefined {
    const here = this.#cy.getElementById(id);
    let best: NodeSingular | undefined;
    let least = Math.PI / 3;
    here
      .neighborhood("node")
      .not(".off")
      .forEach((one) => {
        const dx = one.position("x") - here.position("x");
        const dy = one.position("y") - here.position("y");
        const off = Math.abs(Math.atan2(Math.sin(Math.atan2(dy, dx) - angle), Math.cos(Math.atan2(dy, dx) - angle)));
        if (off < least) [least, best] = [off, one as NodeSingular];
      });
    return best?.id();
  }

  #listen(gestures: Gestures): void {
    const cy = this.#cy;
    cy.on("tap", "node", (event: EventObject) => {
      const original = event.originalEvent as MouseEvent | undefined;
      gestures.chooseNode((event.target as NodeSingular).id(), original?.shiftKey ?? false);
    });
    cy.on("tap", "edge", (event: EventObject) => {
      const bundle = this.#bundles.get((event.target as NodeSingular).id());
      if (bundle) gestures.chooseBundle(bundle);
    });
    cy.on("dbltap", "node", (event: EventObject) =>
      gestures.expand((event.target as NodeSingular).id()),
    );
    cy.on("tap", (event: EventObject) => {
      if (event.target === cy) gestures.clear();
    });
    cy.on("grab", "node", () => this.#settle());
    cy.on("dragfree", "node", () => {
      gestures.willMove();
      this.#shorten();
      this.#remember();
      gestures.moved();
    });
  }

  #replace(nodes: GraphNode[], edges: GraphEdge[]): void {
    const lines = bundles(edges);
    this.#bundles = new Map(lines.map((one) => [one.id, one]));
    const wanted = new Set([...nodes.map((one) => one.id), ...this.#bundles.keys()]);
    const near = neighbours(lines);
    const cy = this.#cy;
    cy.batch(() => {
      cy.elements()
        .filter((one) => !wanted.has(one.id()))
        .remove();
      for (const node of nodes) this.#upsert(node.id, nodeData(node, near.get(node.id)?.size ?? 0));
      for (const line of lines) this.#upsert(line.id, edgeData(line), classes(line));
    });
  }

  #upsert(id: string, data: Record<string, unknown>, className = ""): void {
    const found = this.#cy.getElementById(id);
    if (!found.length) {
      this.#cy.add({ group: "source" in data ? "edges" : "nodes", data: { id, ...data }, classes: className });
      return;
    }
    if (!data.badge) found.removeData("badge");
    found.data(data);
  }

  #place(id: string): Placed {
    const { x, y } = this.#cy.getElementById(id).position();
    return { id, x, y };
  }

  #put(places: Placed[]): void {
    for (const { id, x, y } of places) this.#cy.getElementById(id).position({ x, y });
  }

  #remember(): void {
    const nodes = this.#cy.nodes().sort((a, b) => (a.id() < b.id() ? -1 : 1));
    this.#targets = new Map(
      nodes.map((one) => [one.id(), { id: one.id(), ...rounded(one as NodeSingular) }]),
    );
  }

  /** Stop all motion, with every node where it was going. */
  #settle(): void {
    this.#cy.nodes().stop(true, false);
    this.#put([...this.#targets.values()]);
  }

  #glide(fresh: cytoscape.NodeCollection, start?: Placed): void {
    if (still() || !start) return;
    fresh.forEach((one) => {
      const end = { ...one.position() };
      one.position({ x: start.x, y: start.y });
      one.animate({ position: end, duration: GLIDE, easing: "ease-out" });
    });
  }

  /** A line shorter than its text carries none. */
  #shorten(): void {
    this.#cy.batch(() => {
      this.#cy.edges().forEach((line) => {
        const [a, b] = [line.source(), line.target()];
        const between = Math.hypot(a.position("x") - b.position("x"), a.position("y") - b.position("y"));
        const free = between - (Number(a.data("size")) + Number(b.data("size"))) / 2;
        line.toggleClass("short", drawnWidth(String(line.data("label")), EDGE_FONT_SIZE) > free);
      });
    });
  }
}

function neighbours(lines: Bundle[]): Map<string, Set<string>> {
  const near = new Map<string, Set<string>>();
  const join = (a: string, b: string) => near.set(a, (near.get(a) ?? new Set()).add(b));
  for (const { source, target } of lines) {
    join(source, target);
    join(target, source);
  }
  return near;
}

function nodeData(node: GraphNode, shown: number): Record<string, unknown> {
  const more = Math.max(0, node.degree - shown);
  const made: Record<string, unknown> = {
    type: node.type,
    label: balanced(node.name),
    colour: colour(node.type),
    shape: shape(node.type),
    size: Math.min(LARGEST, SMALLEST + 4 * Math.sqrt(node.degree)),
    more,
  };
  if (more)
    Object.assign(made, {
      badge: badge(more),
      badgeWidth: badgeWidth(more),
      badgeOffset: badgeWidth(more) - 7,
    });
  return made;
}

function edgeData(bundle: Bundle): Record<string, unknown> {
  return {
    type: bundle.type,
    source: bundle.source,
    target: bundle.target,
    label: caption(bundle),
  };
}

function rounded(node: NodeSingular): { x: number; y: number } {
  return { x: Math.round(node.position("x")), y: Math.round(node.position("y")) };
}
