/** A random program as plain data: its first version and the update that follows, if any. */
export interface Description {
  readonly first: Version;
  readonly second?: Version;
  /** Whether policies are asked under configurations: limits, approved configurations, an inventory, the quota. */
  readonly configured: boolean;
}

/** One version of a program. Names are unique, and identifiers of JavaScript. */
export interface Version {
  /** What it declares with @pulumi/aws-native: only the modelled engine runs that. */
  readonly native: Native;
  readonly vpcs: readonly string[];
  /** Those of the VPCs that have IPv6, in each of their subnets. */
  readonly dualStack: readonly string[];
  /** Those of the VPCs that are in another Region, with their groups and functions. */
  readonly abroad: readonly AbroadVpc[];
  readonly subnets: readonly SubnetDescription[];
  readonly groups: readonly GroupDescription[];
  readonly components: readonly ComponentDescription[];
  readonly shared: readonly SharedDescription[];
  /** Network connectors. They hold no combinations of functions. */
  readonly connectors: readonly ConnectorDescription[];
  readonly functions: readonly FunctionDescription[];
}

/** Nothing; VPCs, subnets and groups; functions; or all of these. */
export type Native = "none" | "network" | "functions" | "all";

/** A VPC in another Region: by a provider of the program, or by the property `region` of each resource. */
export interface AbroadVpc {
  readonly name: string;
  readonly by: "provider" | "property";
}

/** Where functions and groups are: a VPC of the program, one inside a component, or the one that was there before. */
export type VpcReference =
  { readonly kind: "vpc"; readonly name: string } | { readonly kind: "component"; readonly name: string } | { readonly kind: "existing" };

export interface SubnetDescription {
  readonly name: string;
  readonly vpc: string;
  readonly public: boolean;
  /** Third octet of its addresses; another one replaces the subnet. */
  readonly octet: number;
}

export interface GroupDescription {
  readonly name: string;
  readonly place: VpcReference;
  readonly rules: "none" | "inline" | "rule" | "egress-rule";
  /** Another one replaces the group. */
  readonly generation: number;
}

/** A component with the shape of awsx.ec2.Vpc: in the program's process or in a separate one. */
export interface ComponentDescription {
  readonly name: string;
  readonly remote: boolean;
  readonly privates: number;
  readonly publics: number;
  readonly isolateds: number;
  /** What shows the type of its subnets. */
  readonly shape: Shape;
}

/** A type tag, as awsx writes it; routes, as in components of teams; or only the setting of public subnets. A remote component is of awsx. */
export type Shape = "tagged" | "routed" | "setting";

/** A `SharedVpcConfig`. */
export interface SharedDescription {
  readonly name: string;
  readonly remote: boolean;
  readonly place: VpcReference;
  readonly subnets: List;
  /** Groups that it adopts; without them it makes one. */
  readonly groups?: List;
}

export interface FunctionDescription {
  readonly name: string;
  readonly publish: boolean;
  /** Whether an explicit provider creates it: one for the same account and Region. */
  readonly ownProvider: boolean;
  /** Absent where the function is outside a VPC. */
  readonly attachment?: AttachmentDescription;
}

/** A network connector of Lambda, which has its own interfaces. */
export interface ConnectorDescription {
  readonly name: string;
  readonly place: VpcReference;
  readonly subnets: List;
  readonly groups: List;
}

export interface AttachmentDescription {
  readonly place: VpcReference;
  readonly subnets: List;
  readonly groups: List;
  /** Whether one `apply` yields the whole `vpcConfig`. */
  readonly whole: boolean;
  /** Whether the function requests IPv6, and whether a preview shows it. */
  readonly ipv6: Ipv6;
}

export type Ipv6 = "none" | "requested" | "requested later";

/** How a program writes a list of subnets or security groups. */
export type List =
  /** `[a.id, b.id]` */
  | { readonly kind: "elements"; readonly elements: readonly Element[] }
  /** `pulumi.all([a.id, b.id]).apply((ids) => ids.slice(0, take))`; `added` join inside, where no dependency shows them: that breaks S. */
  | { readonly kind: "applied"; readonly elements: readonly Element[]; readonly take: number; readonly added: readonly Element[] }
  /** A list that is one output of a component: whole, so that it grows with it, or cut to `take`. */
  | { readonly kind: "output"; readonly component: string; readonly tier: Tier; readonly take?: number }
  /** The list of a shared configuration, alone or with `more`. */
  | { readonly kind: "shared"; readonly name: string; readonly more: readonly Element[] }
  /** The groups that another resource was given, as its output; cut to `take`. */
  | { readonly kind: "handed-on"; readonly elements: readonly Element[]; readonly place: VpcReference; readonly take?: number }
  /** What an invoke finds in a VPC, once `subnets` are there, of their ranges: breaks S while one of them is new. */
  | { readonly kind: "looked-up"; readonly vpc: string; readonly subnets: readonly string[] };

export type Tier = "private" | "public" | "isolated";

/** How a program writes one id. */
export type Element =
  | { readonly kind: "made"; readonly name: string }
  /** What was there before, by its `index` in the existing network. */
  | { readonly kind: "existing"; readonly index: number; readonly by: "literal" | "get" | "configuration" | "lookup" }
  /** `component.privateSubnetIds[index]` */
  | { readonly kind: "entry"; readonly component: string; readonly tier: Tier; readonly index: number }
  /** One of several, by a condition that is known only after the deployment. */
  | { readonly kind: "pick"; readonly of: readonly Element[]; readonly takes: number }
  /** The id of a resource that waits for another one, which is no subnet and no group. */
  | { readonly kind: "waiting"; readonly name: string; readonly for: "logs" | "setting" }
  /** The default group of a VPC or of a component's VPC: as its output, looked up by its name, or as the resource that adopts it. */
  | { readonly kind: "default-group"; readonly vpc: string; readonly by: "output" | "lookup" | "adopted" }
  /** `.get` with an id that is known only after the deployment: breaks S. */
  | { readonly kind: "read"; readonly name: string };
