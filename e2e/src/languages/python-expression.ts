/** An expression of the little Python that programs of components are made of. */
export type PythonExpression =
  | { readonly kind: "string" | "number" | "name"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly PythonExpression[] }
  | { readonly kind: "dictionary"; readonly entries: ReadonlyMap<string, PythonExpression> }
  | PythonCall;

export interface PythonCall {
  readonly kind: "call";
  readonly of: string;
  readonly positional: readonly PythonExpression[];
  readonly keywords: ReadonlyMap<string, PythonExpression>;
}

/** A statement `name = expression`, or an expression alone. */
export interface PythonStatement {
  readonly assigns?: string;
  readonly expression: PythonExpression;
}

const TOKEN = /\s*("[^"\n]*"|\d+(?:\.\d+)?|[A-Za-z_][\w.]*|[()[\]{},:=])/y;

/** The statements of a program that imports, assigns and calls, and does nothing else. Throws where it does. */
export function readPython(source: string): readonly PythonStatement[] {
  const tokens = tokensOf(source.replace(/^import .*$/gm, "").trim());
  const statements: PythonStatement[] = [];
  while (tokens.length > 0) {
    const assigns = tokens[1] === "=" ? tokens.shift() : undefined;
    if (assigns !== undefined) tokens.shift();
    statements.push({ expression: expression(tokens), ...(assigns === undefined ? {} : { assigns }) });
  }
  return statements;
}

function tokensOf(source: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const from = TOKEN.lastIndex;
    const [, token] = TOKEN.exec(source) ?? [];
    if (token === undefined) throw new Error(`No Python that is read here: ${source.slice(from, from + 40)}`);
    tokens.push(token);
  }
  return tokens;
}

function expression(tokens: string[]): PythonExpression {
  const token = tokens.shift() ?? "";
  if (token === "[") return { kind: "list", items: until("]", tokens, () => expression(tokens)) };
  if (token === "{") return { kind: "dictionary", entries: new Map(until("}", tokens, () => entry(tokens))) };
  if (token.startsWith('"')) return { kind: "string", text: token.slice(1, -1) };
  if (/^\d/.test(token)) return { kind: "number", text: token };
  if (!/^\w/.test(token)) throw new Error(`No expression begins with ${token}.`);
  if (tokens[0] !== "(") return { kind: "name", text: token };
  tokens.shift();
  const given = until(")", tokens, () => argument(tokens));
  return {
    kind: "call",
    of: token,
    positional: given.flatMap(({ keyword, value }) => (keyword === undefined ? [value] : [])),
    keywords: new Map(given.flatMap(({ keyword, value }) => (keyword === undefined ? [] : [[keyword, value]]))),
  };
}

function argument(tokens: string[]): { readonly keyword?: string; readonly value: PythonExpression } {
  if (tokens[1] !== "=") return { value: expression(tokens) };
  const [keyword = ""] = tokens.splice(0, 2);
  return { keyword, value: expression(tokens) };
}

function entry(tokens: string[]): [string, PythonExpression] {
  const key = expression(tokens);
  if (key.kind !== "string" || tokens.shift() !== ":") throw new Error("A key of a dictionary is no string.");
  return [key.text, expression(tokens)];
}

/** Elements with commas between them, one after the last too, up to a closing bracket. */
function until<T>(closing: string, tokens: string[], element: () => T): readonly T[] {
  const elements: T[] = [];
  while (tokens[0] !== closing) {
    elements.push(element());
    if (tokens[0] === ",") tokens.shift();
    else if (tokens[0] !== closing) throw new Error(`Where ${closing} or a comma should be there is ${tokens[0] ?? "the end"}.`);
  }
  tokens.shift();
  return elements;
}
