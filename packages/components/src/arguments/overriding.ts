import type * as pulumi from "@pulumi/pulumi";
import { rejectArgument } from "./reject-argument";

/** A resource class of a provider's SDK, such as `aws.iam.Role`. */
export type ResourceClass = new (name: string, args: never, options?: pulumi.CustomResourceOptions) => pulumi.CustomResource;

/** The arguments that the constructor of a class takes. */
export type ArgsOf<Class extends ResourceClass> = NonNullable<ConstructorParameters<Class>[1]>;

/**
 * Overrides the arguments that a component passes to its children of one class. Pass it in the option `transforms` of any component.
 *
 * ```ts
 * const longer = overriding(aws.iam.Role, (args) => ({ ...args, maxSessionDuration: 7200 }));
 * new VpcFunction("orders", { … }, { transforms: [longer] });
 * ```
 *
 * `override` takes the child's arguments and its name and returns the arguments to use instead. Throws a `pulumi.RunError` if `resource`
 * is not a resource class of a provider's SDK.
 */
export function overriding<Class extends ResourceClass>(
  resource: Class,
  override: (args: ArgsOf<Class>, name: string) => ArgsOf<Class>,
): pulumi.ResourceTransform {
  const overridden = tokenOf(resource);
  return ({ type, name, props, opts }) => (type === overridden ? { props: override(props as ArgsOf<Class>, name), opts } : undefined);
}

/** The type token that an SDK writes on each of its classes, and by which it identifies instances. */
function tokenOf(resource: object): string {
  const token: unknown = Reflect.get(resource, "__pulumiType");
  return typeof token === "string"
    ? token
    : rejectArgument("overriding", "Pass a resource class of a provider's SDK, such as aws.iam.Role");
}
