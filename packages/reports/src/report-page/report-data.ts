/** The bounds of a count: min, likely, max. Null if there is no bound. */
export type Bounds = readonly [min: number | null, likely: number | null, max: number | null];

/**
 * What the report contains: the document without repetitions. Functions, groups, subnets and VPCs stand as their index in the list of their names.
 * Every text is one printable line.
 */
export interface ReportData {
  readonly stack: string;
  readonly version: string;
  readonly functions: readonly string[];
  readonly groups: readonly string[];
  readonly subnets: readonly SubnetName[];
  readonly vpcs: readonly string[];
  readonly before: Figures;
  /** Once every merge is done that widens no access. Null if there is none. */
  readonly after: Figures | null;
  /** What the figures leave out or depend on. */
  readonly notes: readonly string[];
  /** Null if no policy checked the stack. */
  readonly checked: Checked | null;
  readonly total: { readonly functions: number; readonly listed: number };
}

export interface SubnetName {
  readonly name: string;
  readonly range: string | null;
  /** The index of its VPC. Null if no function of the report is in it. */
  readonly vpc: number | null;
}

/** The plan and the budgets at one side of the switch. */
export interface Figures {
  readonly combinations: Bounds;
  /** Those that the account does not hold yet. */
  readonly marginal: Bounds;
  readonly vpcs: readonly VpcFigures[];
  readonly sets: readonly SetFigures[];
  /** By the index of the subnet. Null if nothing is known of its addresses. */
  readonly subnets: readonly SubnetFigures[];
}

export interface VpcFigures {
  readonly functions: number;
  readonly sets: Bounds;
  readonly combinations: Bounds;
  readonly used: Bounds;
  /** Null if the VPC is not known. */
  readonly limit: number | null;
  readonly savedByMerging: Bounds;
  readonly savedBySharing: Bounds;
  /** Why the figures are not exact. */
  readonly causes: readonly string[];
}

export interface SetFigures {
  readonly vpc: number;
  /** The groups that it certainly has, and whether it has no others. */
  readonly groups: readonly number[];
  readonly exact: boolean;
  readonly combinations: Bounds;
  readonly uses: readonly Use[];
  /** The set that replaces it in a merge. Null if none does. */
  readonly into: readonly number[] | null;
}

/** Functions that request the same subnets, and those that they may use. Not exact: they may use others. */
export interface Use {
  readonly functions: readonly number[];
  readonly subnets: readonly number[];
  readonly possible: readonly number[];
  readonly exact: boolean;
}

export interface SubnetFigures {
  readonly combinations: Bounds;
  readonly addresses: AddressFigures | null;
}

export interface AddressFigures {
  readonly usable: number | null;
  readonly used: Bounds;
  readonly changeover: Bounds;
  readonly scaling: Bounds;
  readonly growth: Bounds;
  readonly peak: Bounds;
  readonly free: Bounds | null;
  /** What is used, by kind: `12 for combinations`, `1 for nat gateway`. */
  readonly needs: readonly string[];
  /** Addresses that the inventory counts as in use, which are not in `usable`. */
  readonly held: number;
  /** Whether no resource outside the stack and the inventory may use the subnet. */
  readonly complete: boolean;
}

export interface Checked {
  readonly summary: string;
  readonly findings: readonly FindingData[];
  /** The number of findings, listed or not. */
  readonly total: number;
  readonly mandatory: number;
  readonly undecided: number;
  /** Policies that checked nothing, with the reason. */
  readonly unchecked: readonly { readonly policy: string; readonly message: string }[];
}

export interface FindingData {
  readonly policy: string;
  readonly severity: string;
  readonly level: string;
  readonly verdict: string;
  readonly subject: string;
  readonly what: string;
  readonly why: readonly string[];
  readonly fix: readonly string[];
  /** `index.ts:12` */
  readonly position: string | null;
  /** What it is about. A finding without VPC belongs to each. */
  readonly functions: readonly number[];
  readonly groups: readonly number[];
  readonly vpcs: readonly number[];
}
