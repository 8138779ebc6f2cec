import * as pulumi from "@pulumi/pulumi";

/**
 * What must outlive the security group of a shared configuration: the roles of its functions and what lets Lambda delete ENIs with them.
 *
 * Destroying goes against dependencies: function, then group, which waits until Lambda has deleted the ENIs, then permissions and role. A role that
 * goes before the ENIs orphans them (docs/aws-facts.md#eni-deletion-permissions), so the group depends on the roles, though a program
 * declares it first. Its registration therefore waits until the program has declared what it declares in one go.
 */
export class GroupDependencies {
  private readonly resources: pulumi.Resource[] = [];
  private closed = false;

  /** All of them, once the program has come to a pause: for the group's `dependsOn`. */
  public readonly declared = new Promise<pulumi.Resource[]>((resolve) => {
    setImmediate(() => {
      this.closed = true;
      resolve(this.resources);
    });
  });

  /** Adds what the function `name` leaves to be done after it. What is declared too late is told, for its ENIs may be orphaned. */
  add(name: string, resources: readonly pulumi.Resource[]): void {
    if (!this.closed) this.resources.push(...resources);
    else warn(name, "its shared configuration was made before it was declared: declare both without waiting in between");
  }
}

const dependenciesByList = new WeakMap<object, GroupDependencies>();

/** Lets functions find what is to outlive the group in this list of groups. */
export function setGroupDependencies(list: object, dependencies: GroupDependencies): void {
  dependenciesByList.set(list, dependencies);
}

/** Has `resources` outlive the group in `list`. Where no shared configuration of this program made that, nothing waits, which is told. */
export function addGroupDependencies(list: unknown, name: string, resources: readonly pulumi.Resource[]): void {
  const dependencies = typeof list === "object" && list !== null ? dependenciesByList.get(list) : undefined;
  if (dependencies !== undefined) dependencies.add(name, resources);
  else warn(name, NOTHING_WAITS);
}

/** From another language each component is made by a call of its own, and its group is there before a function is heard of. */
const NOTHING_WAITS =
  "no shared configuration of this program has a group that waits for them. Let one make its group (from another language let one LambdaVpc make both)";

function warn(name: string, why: string): void {
  void pulumi.log.warn(
    `Destroying function ${name} may take its role before Lambda has deleted its ENIs, which orphans them: ${why}, or give a role that outlives it.`,
  );
}
