/** Where nodes go: the same graph gives the same picture, and what is there stays there. */

import type { CollectionReturnValue, Core, NodeCollection, NodeSingular, Position } from "cytoscape";

const SEED = 20231113;
const EDGE = 105;
const SEPARATION = 110;
const MANY = 300; // above it the careful layout takes more than a second
const GAP = 6; // pixels between two labels
const STRIDE = 14;
const STEPS = 400;
const GOLDEN = Math.PI * (3 - Math.sqrt(5)); // spreads the steps evenly over all directions

/** Run a function while `Math.random` gives the same numbers each time (mulberry32). */
export function seeded<T>(run: () => T): T {
  const random = Math.random;
  let state = SEED;
  Math.random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  try {
    return run();
  } finally {
    Math.random = random;
  }
}

/** Lay out everything that is shown, from nothing. */
export function layAll(cy: Core): void {
  const shown = cy.elements().not(".off");
  const quality = shown.nodes().length > MANY ? "draft" : "proof";
  seeded(() => shown.layout(options({ randomize: true, quality })).run());
  spread(shown.nodes(), shown.nodes());
}

/** Lay out the new nodes only: they start around their parent, the others do not move. */
export function layNew(cy: Core, fresh: NodeCollection, parent?: Position): void {
  ring(fresh, parent ?? corner(cy, fresh));
  const shown: CollectionReturnValue = cy.elements().not(".off");
  const fixed = shown
    .nodes()
    .difference(fresh)
    .map((one) => ({ nodeId: one.id(), position: { ...(one as NodeSingular).position() } }));
  if (!shown.nodes().intersection(fresh).length) return;
  if (shown.nodes().length <= MANY)
    seeded(() => shown.layout(options({ randomize: false, fixedNodeConstraint: fixed })).run());
  // With labels counted in, the layout fixes the middle of node and label, not of the node.
  for (const one of fixed) cy.getElementById(one.nodeId).position(one.position);
  spread(fresh, shown.nodes());
}

function options(more: Record<string, unknown>): { name: string } {
  return {
    name: "fcose",
    quality: "proof",
    animate: false,
    fit: false,
    nodeDimensionsIncludeLabels: true,
    idealEdgeLength: EDGE,
    nodeSeparation: SEPARATION,
    nodeRepulsion: 9000,
    numIter: 2500,
    tile: true,
    packComponents: false,
    ...more,
  } as { name: string };
}

/** Put nodes on a ring around a point, wide enough that they do not touch. */
function ring(nodes: NodeCollection, centre: Position): void {
  const radius = Math.max(EDGE, (nodes.length * 46) / (2 * Math.PI));
  nodes.forEach((one, place) => {
    const angle = (2 * Math.PI * place) / nodes.length - Math.PI / 2;
    one.position({
      x: centre.x + radius * Math.cos(angle),
      y: centre.y + radius * Math.sin(angle),
    });
  });
}

/** Move nodes whose picture or label lies on another's to the nearest free place. */
function spread(moving: NodeCollection, all: NodeCollection): void {
  const boxes = new Map(all.map((one) => [one.id(), boxOf(one as NodeSingular)]));
  moving.forEach((one) => {
    const mine = boxes.get(one.id());
    if (!mine) return;
    boxes.delete(one.id());
    const others = [...boxes.values()];
    const shift = freeShift(mine, others);
    one.shift(shift);
    boxes.set(one.id(), moved(mine, shift));
  });
}

interface Box {
  x1: number;
  x2: number;
  y1: number;
  y2: number;
}

function boxOf(node: NodeSingular): Box {
  const { x1, x2, y1, y2 } = node.boundingBox({ includeOverlays: false });
  return { x1, x2, y1, y2 };
}

function moved(box: Box, by: Position): Box {
  return { x1: box.x1 + by.x, x2: box.x2 + by.x, y1: box.y1 + by.y, y2: box.y2 + by.y };
}

/** Walk outward on a spiral until a box is free of the others. */
function freeShift(box: Box, others: Box[]): Position {
  for (let step = 0; step < STEPS; step++) {
    const angle = step * GOLDEN;
    const radius = STRIDE * Math.sqrt(step);
    const shift = { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
    const there = moved(box, shift);
    if (!others.some((one) => touch(there, one))) return shift;
  }
  return { x: 0, y: 0 };
}

function touch(a: Box, b: Box): boolean {
  return a.x1 < b.x2 + GAP && b.x1 < a.x2 + GAP && a.y1 < b.y2 + GAP && b.y1 < a.y2 + GAP;
}

/** A free place for nodes that come without a parent: to the right of what is there. */
function corner(cy: Core, fresh: NodeCollection): Position {
  const box = cy.nodes().difference(fresh).boundingBox();
  return { x: box.x2 + 2 * EDGE, y: (box.y1 + box.y2) / 2 };
}
