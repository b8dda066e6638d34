/** Requests to the page's own server, and to nothing else. */

import type {
  ArticlePage, EdgePage, EntityPage, Expansion, FactList, GraphNode, Hit, Listed, Meta, PathPage,
  SavedQuery, Schema, Subgraph, Table,
} from "./shapes";
import { token } from "./token";

/** The server's own sentence about what went wrong. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

/** The status of a request that no server answered. */
export const UNREACHABLE = 0;

async function ask<T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const headers: Record<string, string> = { Authorization: `Bearer ${token()}` };
  const request: RequestInit = { headers, cache: "no-store", signal: signal ?? null };
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
    request.method = "POST";
    request.body = JSON.stringify(body);
  }
  const answer = await fetch(path, request).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new Refused("", UNREACHABLE);
  });
  const found: unknown = await answer.json();
  if (answer.ok) return found as T;
  const reason = (found as { error?: string }).error ?? answer.statusText;
  throw new Refused(reason, answer.status);
}

function query(given: Record<string, string>): string {
  const kept = Object.entries(given).filter(([, value]) => value !== "");
  return kept.length ? `?${new URLSearchParams(kept)}` : "";
}

const part = encodeURIComponent;

export const api = {
  meta: () => ask<Meta>("/api/meta"),
  schema: () => ask<Schema>("/api/schema"),
  start: () => ask<Listed<GraphNode>>("/api/start"),
  search: (q: string, signal: AbortSignal) =>
    ask<Listed<Hit>>(`/api/search${query({ q, limit: "12" })}`, undefined, signal),
  entity: (id: string) => ask<EntityPage>(`/api/e/${part(id)}`),
  facts: (id: string, type: string, cursor: string) =>
    ask<FactList>(`/api/e/${part(id)}/facts${query({ type, cursor })}`),
  expand: (id: string, without: string[], types: string[], limit: number) =>
    ask<Expansion>(`/api/e/${part(id)}/neighbors`, { without, types, limit }),
  subgraph: (ids: string[]) => ask<Subgraph>("/api/subgraph", { ids }),
  edge: (id: string, type: string) => ask<EdgePage>(`/api/edge/${part(id)}${query({ type })}`),
  article: (id: string) => ask<ArticlePage>(`/api/a/${part(id)}`),
  path: (from: string, to: string) => ask<PathPage>(`/api/path${query({ from, to })}`),
  queries: () => ask<Listed<SavedQuery>>("/api/queries"),
  run: (name: string, given: Record<string, string>) =>
    ask<Table>(`/api/queries/${name.split("/").map(part).join("/")}${query(given)}`),
};
