import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { spawnSync } from "node:child_process";
import { join } from "node:path";

export type PythonExpression =
  | { readonly kind: "string" | "number" | "name"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly PythonExpression[] }
  | { readonly kind: "dictionary"; readonly entries: readonly (readonly [key: string, value: PythonExpression])[] }
  | PythonCall;

export interface PythonCall {
  readonly kind: "call";
  readonly of: string;
  readonly positional: readonly PythonExpression[];
  readonly keywords: readonly (readonly [name: string, value: PythonExpression])[];
}

/** A statement `name = expression`, or an expression alone. */
export interface PythonStatement {
  readonly assigns?: string;
  readonly expression: PythonExpression;
}

/** Python's own parser reads the program. `ast.unparse` exists since Python 3.9. */
const PYTHON = "python3";

export const hasPython = spawnSync(PYTHON, ["-c", "import ast; ast.unparse"], { timeout: 20_000 }).status === 0;

/**
 * The statements of a program that imports, assigns and calls.
 *
 * @throws Error if it does anything else.
 */
export function readPython(source: string): readonly PythonStatement[] {
  const script = join(repositoryRoot, "e2e/src/languages/read_python.py");
  const { status, stdout, stderr } = spawnSync(PYTHON, [script], { input: source, encoding: "utf8", timeout: 20_000 });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as readonly PythonStatement[];
}
