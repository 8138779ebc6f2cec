import type * as pulumi from "@pulumi/pulumi";
import { rejectArgument } from "./reject-argument";

/** A resource class of a provider's SDK, such as `aws.iam.Role`. */
export type ResourceClass = new (name: string, args: never, options?: pulumi.CustomResourceOptions) => pulumi.CustomResource;

/** What the constructor of a class takes. */
export type ArgsOf<Class extends ResourceClass> = NonNullable<ConstructorParameters<Class>[1]>;

/**
 * Overrides what a component gives to its children of one class: for the option `transforms` of any component, in whatever program it is constructed.
 *
 * ```ts
 * const longer = overriding(aws.iam.Role, (args) => ({ ...args, maxSessionDuration: 7200 }));
 * new VpcFunction("orders", { … }, { transforms: [longer] });
 * ```
 *
 * `override` gets the child's arguments and its name, and gives the arguments that take their place. Throws a `pulumi.RunError` for what is no class of
 * a provider's SDK.
 */
export function overriding<Class extends ResourceClass>(
  resource: Class,
  override: (args: ArgsOf<Class>, name: string) => ArgsOf<Class>,
): pulumi.ResourceTransform {
  const overridden = tokenOf(resource);
  return ({ type, name, props, opts }) => (type === overridden ? { props: override(props as ArgsOf<Class>, name), opts } : undefined);
}

/** The type token that SDKs write on each of their classes, by which they tell instances too. */
function tokenOf(resource: object): string {
  const token: unknown = Reflect.get(resource, "__pulumiType");
  return typeof token === "string"
    ? token
    : rejectArgument("overriding", "give a resource class of a provider's SDK, such as aws.iam.Role");
}
