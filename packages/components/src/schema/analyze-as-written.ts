import type { Analyzer, PropertyDefinition } from "@pulumi/pulumi/provider/experimental/analyzer";
import type { Symbol, Type, TypeChecker } from "typescript";

/** The parts of the analyzer that are taken hold of; version 3.270.0 of the SDK keeps them private. */
interface AnalyzerParts {
  readonly checker: TypeChecker;
  analyzeType(context: object, type: Type, location: unknown, optional?: boolean, description?: string): PropertyDefinition;
}

/** Every description of a type, by the type's name; filled while the analyzer runs. */
export type TypeDescriptions = ReadonlyMap<string, string>;

/**
 * Lets `analyzer` follow what it would not on its own: properties that came through `Omit`, which it takes for anything at all, and what is said
 * of a type, which it forgets. Of types of `@pulumi/aws` it makes copies: a schema that refers to the provider's own cannot be read without the
 * provider. It tells types apart by their bare names, so two types of one name are refused.
 */
export function analyzeAsWritten(analyzer: Analyzer): TypeDescriptions {
  const parts = analyzer as unknown as AnalyzerParts;
  const descriptions = new Map<string, string>();
  const origins = new Map<string, string>();
  seeThroughOmit(parts.checker);
  const analyzeType = parts.analyzeType.bind(analyzer);
  parts.analyzeType = (context, type, location, optional = false, description) => {
    const symbol = type.getSymbol();
    if (symbol !== undefined && type.isClassOrInterface()) {
      const origin = parts.checker.getFullyQualifiedName(symbol);
      const other = origins.get(symbol.name) ?? origin;
      if (other !== origin) throw new Error(`Two types are named ${symbol.name}, ${other} and ${origin}: rename ours.`);
      origins.set(symbol.name, origin);
      const said = symbol.getDocumentationComment(parts.checker).map(({ text }) => text);
      const isCopy = origin.includes("@pulumi/aws/");
      descriptions.set(symbol.name, isCopy ? `The AWS provider's ${symbol.name}, copied.` : said.join(""));
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
