/** What the script uses of a browser. Tests have the same without one. */
export interface PageEvent {
  readonly key?: string;
  readonly ctrlKey?: boolean;
  readonly target: unknown;
  preventDefault(): void;
}

export interface PageElement {
  value: string;
  checked: boolean;
  innerHTML: string;
  textContent: string | null;
  setAttribute(name: string, value: string): void;
  addEventListener(type: string, listener: (event: PageEvent) => void): void;
  querySelectorAll(selector: "table"): ArrayLike<PageTable>;
}

export interface PageTable {
  readonly rows: ArrayLike<PageRow>;
}

export interface PageRow {
  readonly cells: ArrayLike<PageCell>;
}

export interface PageCell {
  tabIndex: number;
  removeAttribute(name: string): void;
  focus(): void;
  contains(other: unknown): boolean;
}

export interface PageDocument {
  getElementById(id: string): PageElement | null;
  readonly defaultView: { addEventListener(type: string, listener: () => void): void } | null;
}

/** The element with an id. @throws Error if the page has none. */
export function elementOf(document: PageDocument, id: string): PageElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element ${id}.`);
  return found;
}
