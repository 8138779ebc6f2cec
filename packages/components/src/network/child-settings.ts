import type * as pulumi from "@pulumi/pulumi";
import { output } from "@pulumi/pulumi";

export type Tags = pulumi.Input<Record<string, pulumi.Input<string>>>;

/**
 * The settings that a component passes to every child: the parent, which determines the provider, the Region, and tags for children that
 * take them.
 */
export class ChildSettings {
  constructor(
    /** The name of the component. The names of all children start with it, so an alias of the component applies to them too. */
    readonly name: string,
    readonly parent: pulumi.Resource,
    private readonly args: { readonly region?: pulumi.Input<string>; readonly tags?: Tags },
  ) {}

  /** For a child without tags. */
  get region(): { readonly region?: pulumi.Input<string> } {
    return this.args.region === undefined ? {} : { region: this.args.region };
  }

  /** For a child with tags: a `Name`, overridden by the tags of the component. */
  tagged(name: string): { readonly region?: pulumi.Input<string>; readonly tags: Tags } {
    const { tags = {} } = this.args;
    const merge = (given: object): Record<string, pulumi.Input<string>> => ({ Name: name, ...given });
    return { ...this.region, tags: isPlain(tags) ? merge(tags) : output(tags).apply(merge) };
  }
}

function isPlain(tags: Tags): tags is Record<string, pulumi.Input<string>> {
  return !("then" in tags || "apply" in tags);
}
