import type { Tier } from "../../description/description";
import type { Resource } from "../engine";
import type { Eventual } from "../eventual";
import type { SharedLists } from "./shared-vpc-config";

/** What a program has of the resources that it declared, by their names. */
export interface Handles {
  readonly vpcs: Map<string, SomeVpc>;
  /** Ids. */
  readonly subnets: Map<string, Eventual>;
  readonly groups: Map<string, Eventual>;
  /** Ids of adopted default groups, by VPC. */
  readonly adopted: Map<string, Eventual>;
  readonly shared: Map<string, SharedLists>;
  readonly logs: Resource;
  readonly setting: Resource;
  /** The provider of another Region. */
  readonly abroad?: string;
}

/** A VPC of the program, or one inside a component, which hands out lists of its subnets. */
export interface SomeVpc {
  readonly id: Eventual;
  readonly defaultGroup: Eventual;
  /** Of a VPC with IPv6. */
  readonly ipv6Range?: Eventual;
  readonly lists?: Readonly<Record<Tier, Eventual>>;
}
