import ts from "typescript";

/** The index of a pack, as far as it names policies. */
export interface PolicyIndex {
  /** Modules beside the index that it imports, each with the names imported: `./eni-budget` is `eni-budget`. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
  /** The names in the pack's list of policies, in its order. */
  readonly listed: readonly string[];
  /** Where the last import and the list of policies end: there a new policy is entered. */
  readonly ends: { readonly imports: number; readonly list: number | undefined };
}

/** Reads `src/index.ts` without running it, so that an index that does not compile can still be told what it lacks. */
export function readPolicyIndex(text: string): PolicyIndex {
  const source = ts.createSourceFile("index.ts", text, ts.ScriptTarget.Latest, true);
  const imports = source.statements.filter(ts.isImportDeclaration);
  const list = policiesOf(source);
  return {
    imports: new Map(imports.flatMap(besideTheIndex)),
    listed: list?.elements.filter(ts.isIdentifier).map(({ text: name }) => name) ?? [],
    ends: { imports: imports.at(-1)?.end ?? 0, list: list === undefined ? undefined : list.elements.end },
  };
}

/** Where a policy of the index comes from: the names of modules that export something listed. */
export function indexedModules({ imports, listed }: PolicyIndex): readonly string[] {
  return [...imports].filter(([, names]) => names.some((name) => listed.includes(name))).map(([module]) => module);
}

function besideTheIndex({ moduleSpecifier, importClause }: ts.ImportDeclaration): readonly (readonly [string, readonly string[]])[] {
  const bindings = importClause?.namedBindings;
  if (!ts.isStringLiteral(moduleSpecifier) || !moduleSpecifier.text.startsWith("./")) return [];
  if (bindings === undefined || !ts.isNamedImports(bindings)) return [];
  return [[moduleSpecifier.text.slice(2), bindings.elements.map(({ name }) => name.text)]];
}

/** The first list that a property `policies` holds. */
function policiesOf(node: ts.Node): ts.ArrayLiteralExpression | undefined {
  if (ts.isPropertyAssignment(node) && node.name.getText() === "policies" && ts.isArrayLiteralExpression(node.initializer))
    return node.initializer;
  return ts.forEachChild(node, policiesOf);
}
