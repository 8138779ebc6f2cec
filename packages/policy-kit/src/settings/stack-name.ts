import { isManaged, type Key } from "@lambda-vpc/model";

/** A stack as waivers name it: `shop/dev`, the project and the stack. */
export type StackName = string;

/** The stack of a URN. */
export function stackOf(key: Key): StackName | undefined {
  const [, stack, project] = /^urn:pulumi:([^:]*)::([^:]*)::/.exec(key) ?? [];
  return stack === undefined || project === undefined ? undefined : `${project}/${stack}`;
}

/** The stack of the first URN. All resources of a preview are of one stack. */
export function stackOfAll(keys: readonly Key[]): StackName | undefined {
  return keys.filter(isManaged).flatMap((key) => stackOf(key) ?? [])[0];
}

/** A key without its stack: resources of two stacks of one program that differ only in the stack are equal without it. An AWS id stays as it is. */
export function withoutStack(key: Key): string {
  return key.replace(/^urn:pulumi:[^:]*::/, "urn:pulumi:*::");
}
