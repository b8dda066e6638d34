/** What is on the canvas, as a value: who stands where, and which types are hidden. */

export interface Placed {
  id: string;
  x: number;
  y: number;
}

export interface Scene {
  placed: Placed[];
  hidden: string[];
}

export const EMPTY: Scene = { placed: [], hidden: [] };

const MOST = 100;

/** The scenes before and after this one. */
export class History {
  #past: Scene[] = [];
  #future: Scene[] = [];

  /** Remember the scene that is about to change. */
  push(scene: Scene): void {
    this.#past.push(scene);
    if (this.#past.length > MOST) this.#past.shift();
    this.#future = [];
  }

  undo(now: Scene): Scene | undefined {
    return History.#step(this.#past, this.#future, now);
  }

  redo(now: Scene): Scene | undefined {
    return History.#step(this.#future, this.#past, now);
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  static #step(from: Scene[], to: Scene[], now: Scene): Scene | undefined {
    const found = from.pop();
    if (found) to.push(now);
    return found;
  }
}
