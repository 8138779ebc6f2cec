import type { Key } from "@lambda-vpc/model";
import { resourceKind } from "../stack/aws-types";
import type { Stack } from "../stack/stack";
import { given, isBeingCreated, type StackResource } from "../stack/stack-resource";
import { UNKNOWN, type Value } from "../stack/value";

/**
 * The route tables that a property may name: the URNs of tables, and the URN of a VPC for its main table. A table of another stack is not among
 * them. `any` is any table at all.
 */
export type Tables = readonly Key[] | "any";

/** The route tables of a stack, including the main tables that VPCs have from the start. */
export class RouteTables {
  /** The VPC of each table that is a main table, by URN and by AWS id. */
  private readonly mainOf: ReadonlyMap<string, Key>;

  constructor(private readonly stack: Stack) {
    const byId = stack
      .ofKind("vpc")
      .flatMap(({ urn, outputs }) =>
        ["mainRouteTableId", "defaultRouteTableId"].flatMap((name) =>
          typeof outputs[name] === "string" ? [[outputs[name], urn] as const] : [],
        ),
      );
    const byUrn = stack.ofKind("default-route-table").flatMap((table) => {
      const [vpc, ...others] = stack.dependencies(table, "defaultRouteTableId").filter(({ type }) => resourceKind(type) === "vpc");
      const known = given(table, "defaultRouteTableId");
      const main = typeof known === "string" ? new Map(byId).get(known) : others.length === 0 ? vpc?.urn : undefined;
      return main === undefined ? [] : [[table.urn, main] as const];
    });
    this.mainOf = new Map([...byId, ...byUrn]);
  }

  /** The tables that `property` of `resource` may name. */
  namedBy(resource: StackResource, property: string): Tables {
    return this.named(given(resource, property), this.stack.dependencies(resource, property));
  }

  /** The table that a table resource stands for. */
  tableOf({ urn }: StackResource): Key {
    return this.mainOf.get(urn) ?? urn;
  }

  private named(value: Value | undefined, dependencies: readonly StackResource[]): Tables {
    if (typeof value === "string") return this.ofId(value);
    if (value !== UNKNOWN) return [];
    const families = dependencies.map((dependency) => this.stack.familyOf(dependency).filter(isTable));
    return families.every((family) => family.length > 0) ? [...new Set(families.flat().map((table) => this.tableOf(table)))] : "any";
  }

  /** A table that is not in the stack may be the main table of a VPC that exists and does not show its main table, as in aws-native. */
  private ofId(id: string): Tables {
    const key = this.stack.keyOfId(id);
    const main = this.mainOf.get(key);
    if (main !== undefined) return [main];
    const shown = new Set(this.mainOf.values());
    const isHidden = this.stack.ofKind("vpc").some((vpc) => !isBeingCreated(vpc) && !shown.has(vpc.urn));
    return key === id && isHidden ? "any" : [key];
  }
}

/** A table, or a VPC, which stands for its main table. */
function isTable({ type }: StackResource): boolean {
  return ["route-table", "default-route-table", "vpc"].some((kind) => kind === resourceKind(type));
}
