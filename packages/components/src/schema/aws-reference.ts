import { version } from "@pulumi/aws/package.json";

/** The provider's package, as a schema that refers to it names it. */
export const awsPackage = { name: "aws", version };

/**
 * Where the schema of Pulumi's AWS provider describes a nested type of `@pulumi/aws`, given the name that TypeScript has for it with all that
 * it lies in; undefined for every other type.
 *
 *     ".../@pulumi/aws/types/input".ec2.SecurityGroupEgress
 */
export function awsReference(qualifiedName: string): string | undefined {
  const [, module, name] = /@pulumi\/aws\/types\/(?:in|out)put"\.(\w+)\.(\w+)$/.exec(qualifiedName) ?? [];
  return name === undefined ? undefined : `/aws/v${version}/schema.json#/types/aws:${module}%2F${name}:${name}`;
}
