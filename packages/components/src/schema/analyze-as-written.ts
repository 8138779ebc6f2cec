import type { Analyzer, PropertyDefinition } from "@pulumi/pulumi/provider/experimental/analyzer";
import type { Symbol, Type, TypeChecker } from "typescript";
import { awsReference } from "./aws-reference";

/** The parts of the analyzer that are taken hold of; version 3.270.0 of the SDK keeps them private. */
interface AnalyzerParts {
  readonly checker: TypeChecker;
  analyzeType(context: object, type: Type, location: unknown, optional?: boolean, description?: string): PropertyDefinition;
}

/** Every description of a type, by the type's name; filled while the analyzer runs. */
export type TypeDescriptions = ReadonlyMap<string, string>;

/**
 * Lets `analyzer` follow what it would not on its own: properties that came through `Omit`, which it takes for anything at all; types of
 * `@pulumi/aws`, of which it would make copies under our name; and what is said of a type, which it forgets.
 */
export function analyzeAsWritten(analyzer: Analyzer): TypeDescriptions {
  const parts = analyzer as unknown as AnalyzerParts;
  const descriptions = new Map<string, string>();
  seeThroughOmit(parts.checker);
  const analyzeType = parts.analyzeType.bind(analyzer);
  parts.analyzeType = (context, type, location, optional = false, description) => {
    const symbol = type.getSymbol();
    const $ref = symbol === undefined ? undefined : awsReference(parts.checker.getFullyQualifiedName(symbol));
    if ($ref !== undefined) return { $ref, ...(optional && { optional }), ...(description !== undefined && { description }) };
    if (symbol !== undefined && type.isClassOrInterface()) {
      const said = symbol.getDocumentationComment(parts.checker).map(({ text }) => text);
      if (said.length > 0) descriptions.set(symbol.name, said.join(""));
    }
    return analyzeType(context, type, location, optional, description);
  };
  return descriptions;
}

/** A property of a mapped type has declarations and no first one, of which the analyzer would read its type and comment. */
function seeThroughOmit(checker: TypeChecker): void {
  const typeAt = checker.getTypeOfSymbolAtLocation.bind(checker);
  checker.getTypeOfSymbolAtLocation = (symbol: Symbol, location) => {
    const [declaration] = symbol.declarations ?? [];
    if (symbol.valueDeclaration !== undefined || declaration === undefined) return typeAt(symbol, location);
    symbol.valueDeclaration = declaration;
    return checker.getTypeOfSymbol(symbol);
  };
}
