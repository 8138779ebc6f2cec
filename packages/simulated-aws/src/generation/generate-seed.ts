import { DEFAULT_ACCOUNT_ID } from "../account/store/account";
import { generateFunctions } from "./generated-functions";
import { type GeneratedNetwork, generateNetwork, idOf } from "./generated-network";
import { Random } from "./random";

/** What to generate. The numbers are totals over all accounts and Regions, except `versions`. */
export interface GeneratedSeed {
  readonly functions: number;
  /** Sets of security groups that functions use. */
  readonly sets: number;
  /** Published versions of each function. */
  readonly versions: number;
  /** Interfaces that Lambda makes: one for each combination of a subnet and a set that functions and versions use. */
  readonly interfaces: number;
  /** Interfaces that Lambda can no longer delete. */
  readonly orphans: number;
  /** Interfaces of others than Lambda. */
  readonly strangers: number;
  /** Functions that nothing has invoked for 14 days. */
  readonly idle: number;
  readonly accounts: number;
  readonly regions: readonly [string, ...string[]];
  /** Equal numbers generate equal seeds. */
  readonly random: number;
}

export const DEFAULT_GENERATED: GeneratedSeed = {
  functions: 300,
  sets: 40,
  versions: 3,
  interfaces: 409,
  orphans: 5,
  strangers: 20,
  idle: 10,
  accounts: 1,
  regions: ["us-east-1"],
  random: 1,
};

/** A VPC is filled up to less than the quota of 500 (docs/aws-facts.md#eni-quota). Orphans count too. */
const MOST_PER_VPC = 450;

interface Stranger {
  readonly description: string;
  readonly interfaceType: string;
}

/** Descriptions and types of interfaces of others than Lambda. */
const STRANGERS: readonly [Stranger, ...Stranger[]] = [
  { description: "RDSNetworkInterface", interfaceType: "interface" },
  { description: "VPC Endpoint Interface", interfaceType: "vpc_endpoint" },
  { description: "Interface for NAT Gateway", interfaceType: "nat_gateway" },
  { description: "AWS created network interface for directory", interfaceType: "interface" },
];

/** The content of a seed file. Throws `RangeError` for numbers that no account can have. */
export function generateSeed(options: Partial<GeneratedSeed> = {}): object {
  const wanted = { ...DEFAULT_GENERATED, ...options };
  const ids = Array.from({ length: wanted.accounts }, (_, index) => (index === 0 ? DEFAULT_ACCOUNT_ID : String(200_000_000_000 + index)));
  const parts = ids.flatMap((id) => wanted.regions.map((region) => ({ id, region })));
  const random = new Random(wanted.random);
  const generated = parts.map((part, index) => ({
    id: part.id,
    lists: generateRegion(shareOf(wanted, index, parts.length), part, random),
  }));
  const accounts = ids.map((id, index) => ({
    id,
    name: index === 0 ? "root" : `account-${index}`,
    ...merged(generated.filter((one) => one.id === id).map(({ lists }) => lists)),
    roles: [{ name: "audit" }],
  }));
  const [only] = accounts;
  if (accounts.length > 1 || only === undefined) return { accounts };
  return Object.fromEntries(Object.entries(only).filter(([key]) => key !== "id" && key !== "name"));
}

type Lists = { readonly [list in "vpcs" | "subnets" | "securityGroups" | "functions" | "networkInterfaces"]: readonly object[] };

/** The part of one Region of an account. */
function shareOf(wanted: GeneratedSeed, index: number, count: number): GeneratedSeed {
  const share = (total: number) => Math.floor(total / count) + (index < total % count ? 1 : 0);
  return {
    ...wanted,
    functions: share(wanted.functions),
    sets: Math.max(1, share(wanted.sets)),
    interfaces: share(wanted.interfaces),
    orphans: share(wanted.orphans),
    strangers: share(wanted.strangers),
    idle: share(wanted.idle),
  };
}

interface Place {
  readonly id: string;
  readonly region: string;
}

function generateRegion(wanted: GeneratedSeed, { id, region }: Place, random: Random): Lists {
  const vpcs = Math.max(1, Math.ceil((wanted.interfaces + wanted.orphans) / MOST_PER_VPC));
  const generated = Array.from({ length: vpcs }, (_, range) => {
    const share = shareOf(wanted, range, vpcs);
    const name = `${wanted.random} ${id} ${region} ${range}`;
    const network = generateNetwork({ name, region, range, sets: share.sets, combinations: share.interfaces }, random);
    const names = Array.from({ length: share.functions }, (__, index) => `${region}-${range}-${String(index).padStart(5, "0")}`);
    const functions = generateFunctions({ ...share, region, names, sets: network.sets }, random);
    return { ...network, functions, networkInterfaces: otherInterfaces(share, name, network, random) };
  });
  return merged(generated.map(({ vpc, ...lists }) => ({ ...lists, vpcs: [vpc] })));
}

function otherInterfaces(
  { orphans, strangers }: GeneratedSeed,
  name: string,
  { sets }: GeneratedNetwork,
  random: Random,
): readonly object[] {
  const place = () => {
    const { subnetIds, securityGroupIds } = random.pick(sets);
    return { subnetId: subnetIds[random.below(subnetIds.length)], securityGroupIds };
  };
  return [
    ...Array.from({ length: orphans }, (_, index) => ({
      id: idOf("eni", `${name} orphan ${index}`),
      ...place(),
      orphanOf: `deleted-${index}`,
    })),
    ...Array.from({ length: strangers }, (_, index) => ({
      id: idOf("eni", `${name} stranger ${index}`),
      ...place(),
      ...random.pick(STRANGERS),
    })),
  ];
}

function merged(parts: readonly Lists[]): Lists {
  return {
    vpcs: parts.flatMap(({ vpcs }) => vpcs),
    subnets: parts.flatMap(({ subnets }) => subnets),
    securityGroups: parts.flatMap(({ securityGroups }) => securityGroups),
    functions: parts.flatMap(({ functions }) => functions),
    networkInterfaces: parts.flatMap(({ networkInterfaces }) => networkInterfaces),
  };
}
