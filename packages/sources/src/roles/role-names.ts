import type { Key } from "@lambda-vpc/model";
import type { Stack } from "../stack/stack";
import { given, type StackResource } from "../stack/stack-resource";
import { UNKNOWN, type Value } from "../stack/value";

/** The roles of a stack, found by name, by ARN, or by an output that is still unknown. */
export class RoleNames {
  private readonly keysByName: ReadonlyMap<string, readonly Key[]>;

  constructor(private readonly stack: Stack) {
    const names = stack.ofKind("role").flatMap((role) => namesOf(role).map((name) => [name, role.urn] as const));
    const byName = Map.groupBy(names, ([name]) => name);
    this.keysByName = new Map([...byName].map(([name, all]) => [name, [...new Set(all.map(([, urn]) => urn))]]));
  }

  /** The role that a text names: its URN if the stack has exactly one role of that name, otherwise the text. */
  named(text: string): Key {
    const [only, ...others] = this.keysByName.get(text) ?? this.keysByName.get(roleName(text)) ?? [];
    return only === undefined || others.length > 0 ? text : only;
  }

  /** The roles that a property names, or may name. An unknown value can only be a role that the property depends on. */
  of(resource: StackResource, property: string, value: Value | undefined): { readonly certain?: Key; readonly possible: readonly Key[] } {
    if (typeof value === "string") return { certain: this.named(value), possible: [] };
    if (value !== UNKNOWN) return { possible: [] };
    const candidates = this.stack.candidates(this.stack.dependencies(resource, property), "role");
    const [only, ...others] = candidates;
    return only === undefined || others.length > 0 ? { possible: candidates } : { certain: only, possible: [] };
  }
}

/** The name of a role in its ARN, without a path. Any other text is returned unchanged. */
export function roleName(text: string): string {
  return /^arn:[^:]+:iam::\d*:role\//.test(text) ? text.slice(text.lastIndexOf("/") + 1) : text;
}

function namesOf(role: StackResource): readonly string[] {
  const names = [role.outputs["id"], role.outputs["arn"], role.outputs["name"], given(role, "name")];
  return [...new Set(names.filter((name) => typeof name === "string"))];
}
