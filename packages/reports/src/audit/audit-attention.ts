import { counted, listed } from "@lambda-vpc/model";
import { auditChecks, type CheckName } from "./audit-checks";
import type { InterfaceValue, RegionValue } from "./audit-document";
import { holdersText, idText, quotaText, setText } from "./audit-words";

/** One thing that needs attention. */
export interface AttentionItem {
  /** What it is about: an AWS id or the name of a function. */
  readonly subject: string;
  readonly what: string;
  /** What it is about in addition, if the subject alone does not identify it. */
  readonly about: readonly string[];
  readonly cells: readonly string[];
  /** An instruction for this item, if that of its check is not specific. */
  readonly fix?: string;
}

/** The items of one check in one Region. Never empty. */
export interface Attention {
  readonly check: CheckName;
  /** How many, as a sentence. */
  readonly title: string;
  readonly head: readonly string[];
  readonly items: readonly AttentionItem[];
}

/** What needs attention in a Region, in the order of the checks. */
export function attentionOf(region: RegionValue): readonly Attention[] {
  const all: readonly Attention[] = [quotas(region), subnets(region), ...interfaces(region), pins(region), merges(region), idle(region)];
  const order = Object.keys(auditChecks);
  return all.filter(({ items }) => items.length > 0).sort((left, right) => order.indexOf(left.check) - order.indexOf(right.check));
}

function quotas({ vpcs }: RegionValue): Attention {
  const near = vpcs.filter(({ quota }) => quota.verdict !== "ok");
  return {
    check: "quota-share",
    title: `${counted(near.length, "VPC has", "VPCs have")} less than a fifth of the quota of ENIs free.`,
    head: ["VPC", "ENIs of the quota"],
    items: near.map(({ id, name, quota }) => ({
      subject: id,
      what: `VPC ${idText(id, name)}: ${quotaText(quota)} ENIs are in use.`,
      about: [],
      cells: [idText(id, name), quotaText(quota)],
    })),
  };
}

function subnets({ subnets: all }: RegionValue): Attention {
  const near = all.filter(({ nearExhaustion, lambda, combinations }) => nearExhaustion && lambda + combinations > 0);
  return {
    check: "subnet-near-exhaustion",
    title: `${counted(near.length, "subnet with functions has", "subnets with functions have")} fewer than a tenth of ${near.length === 1 ? "its" : "their"} addresses free.`,
    head: ["Subnet", "Free", "Usable", "ENIs of functions", "Other interfaces"],
    items: near.map(({ id, name, available, usable, lambda, others }) => ({
      subject: id,
      what: `${available} of ${usable ?? "unknown"} addresses of subnet ${idText(id, name)} are free.`,
      about: [],
      cells: [idText(id, name), String(available), String(usable ?? "unknown"), String(lambda), String(others)],
    })),
  };
}

function interfaces({ interfaces: all }: RegionValue): readonly Attention[] {
  const section = (
    check: CheckName,
    state: InterfaceValue["state"],
    words: string,
    what: string,
    fix?: (id: string) => string,
  ): Attention => {
    const found = all.filter((one) => one.state === state);
    return {
      check,
      title: `${counted(found.length, "interface is", "interfaces are")} ${words}`,
      head: ["Interface", "Subnet", "Security groups", "Description"],
      items: found.map(({ id, subnet, securityGroups, description }) => ({
        subject: id,
        what: `${id} in ${subnet} with ${setText(securityGroups)}: ${what}`,
        about: [],
        cells: [id, subnet, setText(securityGroups), description],
        ...(fix === undefined ? {} : { fix: fix(id) }),
      })),
    };
  };
  return [
    section(
      "orphaned-interface",
      "orphan",
      "orphaned: detached by Lambda, and held by no version.",
      "detached by Lambda, and held by no version.",
      (id) => auditChecks["orphaned-interface"].fix.replace(/ENI$/, id),
    ),
    section(
      "unexplained-interface",
      "unexplained",
      "unexplained: attached by Lambda, and held by no version.",
      "attached by Lambda, and held by no version.",
    ),
    section(
      "undecided-interface",
      "undecided",
      "undecided: no holder was found, and not every function and version was read.",
      "no holder was found, and not every function and version was read.",
    ),
  ];
}

function pins({ pins: all, combinations }: RegionValue): Attention {
  return {
    check: "pinned-combination",
    title: `${counted(all.length, "combination is", "combinations are")} held by published versions alone.`,
    head: ["Subnet", "Security groups", "Delete versions", "Change aliases first", "ENIs"],
    items: all.flatMap(({ combination, versions, aliases }) => {
      const found = combinations[combination];
      if (found === undefined) return [];
      const naming = listed(aliases, (one) => `${one.function}:${one.alias}`, 3);
      return [
        {
          subject: found.interfaces[0] ?? found.subnet,
          what: `Only ${holdersText(versions)} ${versions.length === 1 ? "holds" : "hold"} ${setText(found.securityGroups)} in ${found.subnet}.`,
          about: [found.subnet, ...found.securityGroups],
          cells: [found.subnet, setText(found.securityGroups), holdersText(versions), naming || "none", String(found.interfaces.length)],
          fix: `${naming === "" ? "" : `Let ${naming} name other versions. `}Delete ${holdersText(versions, 10)}.`,
        },
      ];
    }),
  };
}

function merges({ merges: all }: RegionValue): Attention {
  return {
    check: "mergeable-sets",
    title: `${counted(all.length, "group of security-group sets has", "groups of security-group sets have")} equal rules.`,
    head: ["Keep", "Replace", "Functions to change", "Saves", "Held by versions too"],
    items: all.map(({ keep, replace, movers, saved, pinned }) => ({
      subject: keep[0] ?? "",
      what: `${setText(keep)} can replace ${listed(replace, setText)}: ${counted(saved, "combination")} fewer.`,
      about: [...keep, ...replace.flat()],
      cells: [setText(keep), listed(replace, setText), `${movers.length}: ${listed(movers, String)}`, String(saved), String(pinned)],
      fix: `Use ${setText(keep)} for ${counted(movers.length, "function")} (${listed(movers, String)})${pinned === 0 ? "." : ", and delete their old versions."}`,
    })),
  };
}

function idle({ idle: { functions }, combinations }: RegionValue): Attention {
  const held = new Map<string, number>();
  for (const { holders } of combinations) for (const { function: name } of holders) held.set(name, (held.get(name) ?? 0) + 1);
  return {
    check: "idle-function",
    title: `${counted(functions.length, "function was", "functions were")} idle for 14 days.`,
    head: ["Function", "Combinations"],
    items: functions.map((name) => ({
      subject: name,
      what: `${name} was idle for 14 days: Lambda reclaimed its ENIs.`,
      about: [],
      cells: [name, String(held.get(name) ?? 0)],
    })),
  };
}
