/** Language and theme: what the person chose, kept for this address. */

import { en } from "./words/en";
import { type Words, zh } from "./words/zh";

export type Language = "zh" | "en";
export type Theme = "light" | "dark";

const LANGUAGE = "govgraph.language";
const THEME = "govgraph.theme";
const dark = matchMedia("(prefers-color-scheme: dark)");

export function language(): Language {
  return localStorage.getItem(LANGUAGE) === "en" ? "en" : "zh";
}

export function words(): Words {
  return language() === "en" ? en : zh;
}

export function switchLanguage(): void {
  localStorage.setItem(LANGUAGE, language() === "en" ? "zh" : "en");
  applyLanguage();
}

export function applyLanguage(): void {
  document.documentElement.lang = language() === "en" ? "en" : "zh-CN";
  document.title = `govgraph ${words().title}`;
}

export function theme(): Theme {
  const kept = localStorage.getItem(THEME);
  if (kept === "light" || kept === "dark") return kept;
  return dark.matches ? "dark" : "light";
}

export function switchTheme(): void {
  localStorage.setItem(THEME, theme() === "dark" ? "light" : "dark");
}

/** Call when the system's own choice changes. */
export function onSystemTheme(changed: () => void): void {
  dark.addEventListener("change", changed);
}

export function still(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
