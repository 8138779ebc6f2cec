import type { Key } from "@lambda-vpc/model";
import type { Stack } from "../stack/stack";
import { given, type StackResource } from "../stack/stack-resource";
import { UNKNOWN, type Value } from "../stack/value";

/** The roles of a stack, found by what others call them: name, ARN, or an output that is unknown yet. */
export class RoleNames {
  private readonly called: ReadonlyMap<string, readonly Key[]>;

  constructor(private readonly stack: Stack) {
    const names = stack.ofKind("role").flatMap((role) => namesOf(role).map((name) => [name, role.urn] as const));
    const byName = Map.groupBy(names, ([name]) => name);
    this.called = new Map([...byName].map(([name, all]) => [name, [...new Set(all.map(([, urn]) => urn))]]));
  }

  /** The role that a text names: its URN where the stack has just one of that name, else the text itself. */
  named(text: string): Key {
    const [only, ...others] = this.called.get(text) ?? this.called.get(roleName(text)) ?? [];
    return only === undefined || others.length > 0 ? text : only;
  }

  /** The roles that a property names, or may name. An unknown one can only be a role that the property depends on. */
  of(resource: StackResource, property: string, value: Value | undefined): { readonly surely?: Key; readonly perhaps: readonly Key[] } {
    if (typeof value === "string") return { surely: this.named(value), perhaps: [] };
    if (value !== UNKNOWN) return { perhaps: [] };
    const candidates = this.stack.candidates(this.stack.dependencies(resource, property), "role");
    const [only, ...others] = candidates;
    return only === undefined || others.length > 0 ? { perhaps: candidates } : { surely: only, perhaps: [] };
  }
}

/** The name of a role in its ARN, which may have a path before it; any other text as it is. */
export function roleName(text: string): string {
  return /^arn:[^:]+:iam::\d*:role\//.test(text) ? text.slice(text.lastIndexOf("/") + 1) : text;
}

function namesOf(role: StackResource): readonly string[] {
  const names = [role.outputs["id"], role.outputs["arn"], role.outputs["name"], given(role, "name")];
  return [...new Set(names.filter((name) => typeof name === "string"))];
}
