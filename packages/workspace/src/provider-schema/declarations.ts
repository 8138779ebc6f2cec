import ts from "typescript";

/** A property of a class or an interface of the SDK. */
export interface Declared {
  readonly name: string;
  /** Its type without `Output`, `Input` and `undefined`. */
  readonly type: ts.TypeNode;
  /** Whether it may be absent. */
  readonly optional: boolean;
  /** Its description in one line. */
  readonly text: string;
}

/** The classes and interfaces of a declaration file by name: `lambda.FunctionUrlCors` for an interface of the namespace `lambda`. */
export function declarations(path: string, text: string): ReadonlyMap<string, readonly Declared[]> {
  const found = new Map<string, readonly Declared[]>();
  const visit = (node: ts.Node, prefix: string): void => {
    if (ts.isModuleDeclaration(node) && node.body !== undefined && ts.isModuleBlock(node.body))
      for (const statement of node.body.statements) visit(statement, `${prefix}${node.name.text}.`);
    if ((ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) && node.name !== undefined)
      found.set(
        prefix + node.name.text,
        [...node.members].flatMap((member) => declaredBy(member)),
      );
  };
  for (const statement of ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true).statements) visit(statement, "");
  return found;
}

function declaredBy(member: ts.ClassElement | ts.TypeElement): readonly Declared[] {
  if (!ts.isPropertyDeclaration(member) && !ts.isPropertySignature(member)) return [];
  if (member.type === undefined || !ts.isIdentifier(member.name)) return [];
  const { type, optional } = unwrapped(member.type);
  return [{ name: member.name.text, type, optional: optional || member.questionToken !== undefined, text: description(member) }];
}

/** The type inside `Output<T | undefined>` and `Input<T>`. */
export function unwrapped(type: ts.TypeNode): { readonly type: ts.TypeNode; readonly optional: boolean } {
  if (ts.isTypeReferenceNode(type)) {
    const [argument] = type.typeArguments ?? [];
    const name = type.typeName.getText();
    if (argument !== undefined && (name === "pulumi.Output" || name === "pulumi.Input")) return unwrapped(argument);
  }
  if (!ts.isUnionTypeNode(type)) return { type, optional: false };
  const [first, ...others] = type.types.filter(({ kind }) => kind !== ts.SyntaxKind.UndefinedKeyword);
  const optional = type.types.some(({ kind }) => kind === ts.SyntaxKind.UndefinedKeyword);
  return { type: first !== undefined && others.length === 0 ? unwrapped(first).type : type, optional };
}

function description(node: ts.Node): string {
  const comments = ts.getJSDocCommentsAndTags(node).map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? "");
  return comments.join(" ").replace(/\s+/g, " ").trim();
}
