import * as pulumi from "@pulumi/pulumi";

/**
 * The resources that must outlive the security group of a shared configuration: the roles of its functions, and the policies that let
 * Lambda delete ENIs with them.
 *
 * Pulumi destroys in reverse order of dependencies: the function, then the group, which waits until Lambda has deleted the ENIs, then
 * permissions and role. If the role is deleted first, the ENIs are orphaned (docs/aws-facts.md#eni-deletion-permissions). So the group
 * depends on the roles, although a program declares the group first. Its registration therefore waits until the program has declared all
 * that it declares synchronously.
 */
export class GroupDependencies {
  private readonly resources: pulumi.Resource[] = [];
  private closed = false;

  /** All resources, once the program yields. For `dependsOn` of the group. */
  public readonly declared = new Promise<pulumi.Resource[]>((resolve) => {
    setImmediate(() => {
      this.closed = true;
      resolve(this.resources);
    });
  });

  /** Adds resources of the function `name`. Warns if the group is already registered, because the ENIs may be orphaned. */
  add(name: string, resources: readonly pulumi.Resource[]): void {
    if (!this.closed) this.resources.push(...resources);
    else
      warn(name, "the security group of its shared configuration was registered first. Declare both without awaiting anything in between");
  }
}

const dependenciesByList = new WeakMap<object, GroupDependencies>();

/** Associates the dependencies with the list of groups that functions receive. */
export function setGroupDependencies(list: object, dependencies: GroupDependencies): void {
  dependenciesByList.set(list, dependencies);
}

/** Makes `resources` outlive the group in `list`. Warns if no shared configuration of this program created that group. */
export function addGroupDependencies(list: unknown, name: string, resources: readonly pulumi.Resource[]): void {
  const dependencies = typeof list === "object" && list !== null ? dependenciesByList.get(list) : undefined;
  if (dependencies !== undefined) dependencies.add(name, resources);
  else warn(name, NOTHING_WAITS);
}

/** In other languages each component is created by a separate call, so the group is registered before its functions. */
const NOTHING_WAITS =
  "no security group of this program depends on the role. Let a SharedVpcConfig create the group (in other languages, use LambdaVpc)";

function warn(name: string, why: string): void {
  void pulumi.log.warn(
    `Destroying function ${name} can delete its role before Lambda has deleted its ENIs, which orphans them: ${why}, or set role to one that outlives the function.`,
  );
}
