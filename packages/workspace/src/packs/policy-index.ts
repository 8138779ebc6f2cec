import ts from "typescript";

/** The policies that the index of a pack names. */
export interface PolicyIndex {
  /** Modules of the pack that it imports, by their paths from it (`eni-budget`, `roles/trusted-role`), each with the names imported. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
  /** The names in the pack's list of policies, in its order. */
  readonly listed: readonly string[];
}

/** Reads `src/index.ts` without running it, so that the missing parts of an index that does not compile are still reported. */
export function readPolicyIndex(text: string): PolicyIndex {
  const source = parse(text);
  return {
    imports: new Map(importsOf(source).map(({ module, names }) => [module, names])),
    listed: listOf(source)?.elements.filter(ts.isIdentifier).map(nameOf) ?? [],
  };
}

/** Where a policy of the index comes from: the paths of modules that export something listed. */
export function indexedModules({ imports, listed }: PolicyIndex): readonly string[] {
  return [...imports].filter(([, names]) => names.some((name) => listed.includes(name))).map(([module]) => module);
}

/**
 * The index with one more policy, imported from the module, exported and listed under `name`, each at its place in the alphabet.
 *
 * @throws Error when the index has no list of policies.
 */
export function withPolicy(text: string, path: string, name: string): string {
  const source = parse(text);
  const list = listOf(source);
  if (list === undefined) throw new Error("The index has no list `policies: [ … ]` to enter the policy in.");
  const imports = importsOf(source);
  const { node, module } = imports.find((one) => one.module > path) ?? {};
  const statement = `import { ${name} } from "./${path}";`;
  const entered =
    node === undefined || module === undefined
      ? { at: source.statements.findLast(ts.isImportDeclaration)?.end ?? 0, text: `\n${statement}` }
      : { at: node.getStart(source), text: `${statement}\n` };
  const exported = source.statements.flatMap(reexportsOf).slice(0, 1);
  const insertions = [entered, ...exported.map((names) => listed(names, name)), listed(list.elements, name)];
  return insertions
    .sort((left, right) => right.at - left.at)
    .reduce((result, one) => result.slice(0, one.at) + one.text + result.slice(one.at), text);
}

/** Puts a name before the first that follows it in the alphabet, or at the end. */
function listed(elements: ts.NodeArray<ts.Node>, name: string): { readonly at: number; readonly text: string } {
  const next = elements.find((element) => element.getText() > name);
  if (next !== undefined) return { at: next.getStart(), text: `${name}, ` };
  const last = elements.at(-1);
  return last === undefined ? { at: elements.end, text: name } : { at: last.end, text: `, ${name}` };
}

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile("index.ts", text, ts.ScriptTarget.Latest, true);
}

interface Import {
  readonly node: ts.Statement;
  readonly module: string;
  readonly names: readonly string[];
}

function importsOf({ statements }: ts.SourceFile): readonly Import[] {
  return statements.filter(ts.isImportDeclaration).flatMap((node) => {
    const bindings = node.importClause?.namedBindings;
    if (!ts.isStringLiteral(node.moduleSpecifier) || !node.moduleSpecifier.text.startsWith("./")) return [];
    if (bindings === undefined || !ts.isNamedImports(bindings)) return [];
    return [{ node, module: node.moduleSpecifier.text.slice(2), names: bindings.elements.map(({ name }) => name.text) }];
  });
}

/** What `export { a, b };` names. */
function reexportsOf(node: ts.Statement): readonly ts.NodeArray<ts.ExportSpecifier>[] {
  if (!ts.isExportDeclaration(node) || node.moduleSpecifier !== undefined) return [];
  return node.exportClause !== undefined && ts.isNamedExports(node.exportClause) ? [node.exportClause.elements] : [];
}

/** The first list that a property `policies` holds. */
function listOf(node: ts.Node): ts.ArrayLiteralExpression | undefined {
  if (ts.isPropertyAssignment(node) && node.name.getText() === "policies" && ts.isArrayLiteralExpression(node.initializer))
    return node.initializer;
  return ts.forEachChild(node, listOf);
}

function nameOf({ text }: ts.Identifier): string {
  return text;
}
