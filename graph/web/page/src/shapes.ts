/** The JSON that the server speaks; see graph/web/api.py. */

export interface Listed<T> {
  items: T[];
  shown: number;
  total: number;
  truncated: boolean;
  cursor?: string;
}

export interface PropertyType {
  name: string;
  kind: string;
  zh: string;
  en: string;
}

export interface NodeType {
  name: string;
  zh: string;
  en: string;
  meaning: string;
  entity: boolean;
  shape: string;
  light: string;
  dark: string;
  properties: PropertyType[];
}

export interface EdgeType {
  name: string;
  zh: string;
  en: string;
  meaning: string;
  fact: boolean;
  symmetric: boolean;
  properties: PropertyType[];
}

export interface Schema {
  nodes: NodeType[];
  edges: EdgeType[];
}

export interface GraphNode {
  id: string;
  type: string;
  name: string;
  note: string;
  official: boolean;
  degree: number;
}

export type Value = string | number | boolean | string[];

export interface GraphEdge {
  id: string;
  type: string;
  source: string;
  target: string;
  fact: boolean;
  properties: Record<string, Value | undefined>;
}

export interface Subgraph {
  nodes: GraphNode[];
  edges: GraphEdge[];
  missing: string[];
}

export interface Expansion {
  nodes: Listed<GraphNode>;
  edges: GraphEdge[];
  counts: RelationCount[];
}

export interface RelationCount {
  type: string;
  edges: number;
  entities: number;
}

export interface Hit extends GraphNode {
  matched: string;
  kind: "han" | "pinyin" | "initials" | "alias";
}

export interface Fact extends GraphEdge {
  other: GraphNode | null;
  direction: "in" | "out";
}

export interface FactList extends Listed<Fact> {
  type: string;
}

export interface ArticleLine {
  id: string;
  title: string;
  date: string;
  source: string;
  count?: number;
}

export interface EntityPage {
  entity: GraphNode;
  properties: Record<string, Value | undefined>;
  names: { text: string; kind: string }[];
  relations: RelationCount[];
  facts: FactList[];
  articles: Listed<ArticleLine>;
}

/** `[start, stop)` in code points. */
export interface Span {
  start: number;
  stop: number;
}

export interface NamedSpan extends Span {
  entity: string;
}

export interface Piece {
  id: string;
  quote: string;
  sentence: string;
  mark: Span;
  ends: NamedSpan[];
  rule?: string;
  extractor?: string;
  confidence?: number;
  in: string;
  start: number;
  stop: number;
  date?: string;
  valid_from?: string;
  valid_to?: string;
  status?: string;
  title?: string;
  role?: string;
  listed_as?: string;
  article: ArticleLine & { page: string };
}

export interface EdgePage {
  edge: GraphEdge;
  source: GraphNode | null;
  target: GraphNode | null;
  evidence: Listed<Piece>;
}

export interface ArticlePiece {
  id: string;
  edge_id: string;
  edge_type: string;
  quote: string;
  in: string;
  start: number;
  stop: number;
  mark: Span;
  ends: (GraphNode | null)[];
}

export interface ArticlePage {
  article: {
    id: string;
    title?: string;
    date?: string;
    source?: string;
    page?: string;
    place?: string;
    authors?: string[];
    url?: string;
    file?: string;
    text: string;
  };
  reading: { text: string; marks: NamedSpan[] };
  mentions: Listed<{ id: string; type: string; name: string; count: number }>;
  evidence: Listed<ArticlePiece>;
}

export interface Path {
  nodes: GraphNode[];
  hops: GraphEdge[];
}

export interface PathPage extends Listed<Path> {
  from: string;
  to: string;
}

export interface Meta {
  version: string;
  store: string;
  counts: { nodes: Record<string, number>; edges: Record<string, number> };
  limits: { expand: number; canvas: number };
}

export interface SavedQuery {
  name: string;
  zh: string;
  en: string;
  parameters: { name: string; type: string; meaning: string }[];
  columns: { name: string; meaning: string }[];
}

export interface Table extends Listed<Record<string, unknown>> {
  columns: string[];
}
