/** The schema as the server declares it: labels in the chosen language, colours of the theme. */

import { language, theme } from "./settings";
import type { EdgeType, NodeType, Schema, Value } from "./shapes";

let nodes = new Map<string, NodeType>();
let edges = new Map<string, EdgeType>();

export function learn(schema: Schema): void {
  nodes = new Map(schema.nodes.map((one) => [one.name, one]));
  edges = new Map(schema.edges.map((one) => [one.name, one]));
}

export function entityTypes(): NodeType[] {
  return [...nodes.values()].filter((one) => one.entity);
}

export function edgeTypes(): EdgeType[] {
  return [...edges.values()];
}

export function label(type: string): string {
  const found = nodes.get(type) ?? edges.get(type);
  return found ? found[language()] : type;
}

export function shape(type: string): string {
  return nodes.get(type)?.shape ?? "ellipse";
}

export function colour(type: string): string {
  return nodes.get(type)?.[theme()] ?? "#888888";
}

/** Give each type's colour to the style sheet as `--type-Person`, … */
export function applyColours(): void {
  const root = document.documentElement;
  root.dataset.theme = theme();
  for (const type of nodes.keys()) root.style.setProperty(`--type-${type}`, colour(type));
}

export function isSymmetric(type: string): boolean {
  return edges.get(type)?.symmetric ?? false;
}

/** The label of a property of a node or an edge type. */
export function propertyLabel(type: string, name: string): string {
  const declared = (nodes.get(type) ?? edges.get(type))?.properties;
  const found = declared?.find((one) => one.name === name);
  return found ? found[language()] : name;
}

export function written(value: Value | undefined, yes: string, no: string): string {
  if (Array.isArray(value)) return value.join("、");
  if (typeof value === "boolean") return value ? yes : no;
  return value === undefined ? "" : String(value);
}
