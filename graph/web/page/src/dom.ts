/** Elements built from parts. Text is always a text node: data never becomes markup. */

export type Child = Node | string | null | undefined | false;

type Properties<K extends keyof HTMLElementTagNameMap> = Partial<
  Pick<HTMLElementTagNameMap[K], "className" | "id" | "title" | "tabIndex" | "hidden">
> & {
  attributes?: Record<string, string>;
  onclick?: (event: MouseEvent) => void;
};

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties<K> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const { attributes, onclick, ...direct } = properties;
  const made = Object.assign(document.createElement(tag), direct);
  for (const [name, value] of Object.entries(attributes ?? {})) made.setAttribute(name, value);
  if (onclick) made.addEventListener("click", onclick as EventListener);
  fill(made, ...children);
  return made;
}

/** Put children into an element in place of what it holds. */
export function fill(parent: Element, ...children: Child[]): void {
  parent.replaceChildren(...children.filter((one): one is Node | string => Boolean(one)));
}

export function button(
  label: Child | Child[],
  press: () => void,
  properties: { className?: string; title?: string; pressed?: boolean; name?: string } = {},
): HTMLButtonElement {
  const made = el("button", {
    className: properties.className ?? "",
    title: properties.title ?? "",
    attributes: { type: "button" },
    onclick: press,
  });
  fill(made, ...(Array.isArray(label) ? label : [label]));
  if (properties.pressed !== undefined)
    made.setAttribute("aria-pressed", String(properties.pressed));
  if (properties.name) made.setAttribute("aria-label", properties.name);
  return made;
}

export function svg(tag: string, attributes: Record<string, string>, ...children: Node[]): Element {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
