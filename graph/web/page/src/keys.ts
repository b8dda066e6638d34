/** Keys: everything that the canvas can do, without a mouse. */

import type { Desk } from "./desk";

export interface Keyboard {
  search(): void;
  panel(): void;
  help(): void;
  theme(): void;
  cancel(): void;
}

const ARROWS: Record<string, number> = {
  ArrowRight: 0,
  ArrowDown: Math.PI / 2,
  ArrowLeft: Math.PI,
  ArrowUp: -Math.PI / 2,
};

export function listen(desk: Desk, keyboard: Keyboard, canvas: HTMLElement): void {
  const plain = commands(desk, keyboard);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") return keyboard.cancel();
    if (writes(event.target)) return;
    const onCanvas = event.target === canvas || event.target === document.body;
    const angle = ARROWS[event.key];
    if (angle !== undefined) {
      if (onCanvas) walk(desk, angle, event);
      return;
    }
    if (event.key === "Enter" && !onCanvas) return; // it presses the button that has the focus
    const command = plain[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!command) return;
    event.preventDefault();
    command(event);
  });
}

function commands(
  desk: Desk,
  keyboard: Keyboard,
): Record<string, (event: KeyboardEvent) => void> {
  const chosen = (run: (id: string) => void) => () => {
    if (desk.chosen) run(desk.chosen);
  };
  return {
    "/": keyboard.search,
    "?": keyboard.help,
    d: keyboard.theme,
    e: chosen((id) => void desk.expand(id)),
    p: chosen((id) => desk.beginPath(id)),
    f: () => desk.picture.fit(),
    l: () => desk.layAgain(),
    t: () => void desk.openTable(),
    z: (event) => (event.shiftKey ? desk.redo() : desk.undo()),
    Delete: chosen((id) => desk.hide(id)),
    Backspace: chosen((id) => desk.hide(id)),
    Enter: keyboard.panel,
  };
}

/** Go to the neighbour in that direction; with nothing chosen, to the first entity. */
function walk(desk: Desk, angle: number, event: KeyboardEvent): void {
  const next = desk.chosen
    ? desk.picture.toward(desk.chosen, angle)
    : desk.picture.places().at(0)?.id;
  if (!next) return;
  event.preventDefault();
  void desk.open(next);
}

function writes(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
