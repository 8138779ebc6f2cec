import { type Properties, UNKNOWN, type Value } from "../value";

/** What the bridge makes of a resource type. Observed on the engine, and held to it by every program of the engine run. */
export interface ResourceType {
  /** Inputs that the bridge adds where the program gives none. */
  readonly added: Properties;
  /** Whether the bridge generates a name. */
  readonly named?: true;
  /** Inputs that replace the resource when they change. */
  readonly replacing: readonly string[];
  /** Outputs that no input gives: as they are planned for a new resource, and as they are deployed. */
  readonly otherwise: Readonly<Record<string, readonly [planned: Value, deployed: Value]>>;
  /** Outputs that AWS makes up, unknown for a new resource, with a text like AWS's. `{id}` and `{name}` stand for those of the resource. */
  readonly madeUp: Readonly<Record<string, string>>;
  /** Outputs that are sets: one unknown element makes them unknown. */
  readonly sets?: readonly string[];
}

export const region = { region: "us-east-1" } as const;
export const taggedInRegion = { ...region, tagsAll: {} } as const;

/** An output that AWS sets, to the same in every account. */
export const byAws = (deployed: Value): readonly [Value, Value] => [UNKNOWN, deployed];
export const always = (value: Value): readonly [Value, Value] => [value, value];
export const none = always(null);
export const tags = { tags: none, tagsAll: byAws({}) } as const;

export const ec2 = (kind: string): string => `arn:aws:ec2:us-east-1:123456789012:${kind}/{id}`;
