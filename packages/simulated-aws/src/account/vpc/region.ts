import type { Account } from "../store/account";

/** A Region, and whether an account must enable it first. */
export interface Region {
  readonly name: string;
  readonly optIn: boolean;
}

/** Regions that every account has (docs/aws-facts.md#regions). */
const ENABLED_BY_DEFAULT = [
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-northeast-3",
  "ap-south-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
  "eu-central-1",
  "eu-north-1",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "sa-east-1",
  "us-east-1",
  "us-east-2",
  "us-west-1",
  "us-west-2",
];

/** Regions that an account must enable (docs/aws-facts.md#regions). */
const OPT_IN = [
  "af-south-1",
  "ap-east-1",
  "ap-east-2",
  "ap-south-2",
  "ap-southeast-3",
  "ap-southeast-4",
  "ap-southeast-5",
  "ap-southeast-6",
  "ap-southeast-7",
  "ca-west-1",
  "eu-central-2",
  "eu-south-1",
  "eu-south-2",
  "il-central-1",
  "me-central-1",
  "me-south-1",
  "me-west-1",
  "mx-central-1",
  "sa-west-1",
];

/** The Regions that the simulation knows, by name. */
export const REGIONS: readonly Region[] = [
  ...ENABLED_BY_DEFAULT.map((name) => ({ name, optIn: false })),
  ...OPT_IN.map((name) => ({ name, optIn: true })),
].sort((one, other) => (one.name < other.name ? -1 : 1));

/** Whether the simulation knows a Region with this name. */
export function isRegion(name: string): boolean {
  return ENABLED_BY_DEFAULT.includes(name) || OPT_IN.includes(name);
}

/** Whether the account can use a Region. A program that uses one has enabled it. */
export function isEnabled(account: Account, region: string): boolean {
  return ENABLED_BY_DEFAULT.includes(region) || account.tables.openedRegions.get(region) !== undefined;
}
