/** What the page of an audit contains, as plain data in its file. Texts are printable. Lists name each other by their places. */
export interface AuditPageData {
  readonly title: string;
  readonly version: string;
  /** `123456789012 in us-east-1`, also with when it was read, and what was read. */
  readonly regions: readonly {
    readonly place: string;
    readonly name: string;
    readonly headline: string;
    readonly gaps: readonly string[];
  }[];
  readonly tiles: readonly { readonly title: string; readonly number: number; readonly note: string }[];
  /** With several Regions, the second column states the Region. */
  readonly vpcs: { readonly head: readonly string[]; readonly rows: readonly VpcRow[] };
  /** The combinations by the values of a tag, for each Region. Null without a tag. */
  readonly shares: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } | null;
  readonly interfaces: readonly PageInterface[];
  /** What holds each combination: all functions with their versions. */
  readonly holders: readonly string[];
  readonly findings: readonly PageFinding[];
  readonly notes: readonly string[];
}

export interface VpcRow {
  readonly region: number;
  readonly cells: readonly string[];
}

export const STATES = ["held", "orphan", "unexplained", "undecided", "other"] as const;

export interface PageInterface {
  readonly id: string;
  /** The place of its account and Region in `regions`. */
  readonly region: number;
  /** The place of its VPC in `vpcs.rows`. Null if the table does not list the VPC. */
  readonly vpc: number | null;
  readonly subnet: string;
  readonly groups: string;
  readonly state: (typeof STATES)[number];
  /** The place of its holders. Null if no version holds it. */
  readonly holders: number | null;
  /** Who has it, and its description. */
  readonly description: string;
}

export interface PageFinding {
  readonly check: string;
  readonly severity: string;
  readonly verdict: string;
  readonly subject: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}
