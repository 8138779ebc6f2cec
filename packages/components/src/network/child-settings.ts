import type * as pulumi from "@pulumi/pulumi";
import { output } from "@pulumi/pulumi";

export type Tags = pulumi.Input<Record<string, pulumi.Input<string>>>;

/** What every child of a component gets from it: its parent, and through it the provider; the Region; and tags, where it takes some. */
export class ChildSettings {
  constructor(
    /** The component's name: all children's names begin with it, so that an alias of the component is one of theirs. */
    readonly name: string,
    readonly parent: pulumi.Resource,
    private readonly args: { readonly region?: pulumi.Input<string>; readonly tags?: Tags },
  ) {}

  /** For a child that takes no tags. */
  get region(): { readonly region?: pulumi.Input<string> } {
    return this.args.region === undefined ? {} : { region: this.args.region };
  }

  /** For a child that takes tags: those of the component over a `Name` of its own. */
  tagged(name: string): { readonly region?: pulumi.Input<string>; readonly tags: Tags } {
    const { tags = {} } = this.args;
    const merge = (given: object): Record<string, pulumi.Input<string>> => ({ Name: name, ...given });
    return { ...this.region, tags: isPlain(tags) ? merge(tags) : output(tags).apply(merge) };
  }
}

function isPlain(tags: Tags): tags is Record<string, pulumi.Input<string>> {
  return !("then" in tags || "apply" in tags);
}
