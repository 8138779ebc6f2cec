import type { Analyzer, PropertyDefinition } from "@pulumi/pulumi/provider/experimental/analyzer";
import type { Type, TypeChecker } from "typescript";

/** The parts of the analyzer that this patch uses. Version 3.270.0 of the SDK keeps them private. */
interface AnalyzerParts {
  readonly checker: TypeChecker;
  analyzeType(context: object, type: Type, location: unknown, optional?: boolean, description?: string): PropertyDefinition;
}

/** The description of each type, by the type's name. Filled while the analyzer runs. */
export type TypeDescriptions = ReadonlyMap<string, string>;

/**
 * Makes `analyzer` collect the descriptions of types, which it drops, and reject two types with one name, which it would merge. It copies
 * types of `@pulumi/aws`: a schema that refers to the provider's own types cannot be read without the provider.
 */
export function patchAnalyzer(analyzer: Analyzer): TypeDescriptions {
  const parts = analyzer as unknown as AnalyzerParts;
  const descriptions = new Map<string, string>();
  const origins = new Map<string, string>();
  const analyzeType = parts.analyzeType.bind(analyzer);
  parts.analyzeType = (context, type, location, optional = false, description) => {
    const symbol = type.getSymbol();
    if (symbol !== undefined && type.isClassOrInterface()) {
      const origin = parts.checker.getFullyQualifiedName(symbol);
      const other = origins.get(symbol.name) ?? origin;
      if (other !== origin) throw new Error(`Two types are named ${symbol.name}, ${other} and ${origin}: rename the one of this package.`);
      origins.set(symbol.name, origin);
      const comments = symbol.getDocumentationComment(parts.checker).map(({ text }) => text);
      const isCopy = origin.includes("@pulumi/aws/");
      if (isCopy || comments.length > 0)
        descriptions.set(symbol.name, isCopy ? `The AWS provider's ${symbol.name}, copied.` : comments.join(""));
    }
    return analyzeType(context, type, location, optional, description);
  };
  return descriptions;
}
