import { counted, listed } from "@lambda-vpc/model";
import type { Table } from "../format/plan-table";
import type { RegionValue } from "./audit-document";
import { holdersText, idText, quotaText, setText, shareText } from "./audit-words";

/** The VPCs of a Region with their share of the quota, those of `listedVpcs`. */
export function vpcTable(region: RegionValue): Table {
  return {
    head: ["VPC", "Functions", "Sets", "Combinations", "ENIs held", "Orphaned", "Unexplained", "Undecided", "Mount targets", "Quota"],
    rows: listedVpcs(region).map(({ id, name, functions, sets, combinations, interfaces, mountTargets, quota }) => [
      idText(id, name),
      ...[
        functions,
        sets,
        combinations,
        interfaces.held,
        interfaces.orphan,
        interfaces.unexplained,
        interfaces.undecided,
        mountTargets,
      ].map(String),
      quotaText(quota),
    ]),
  };
}

/** The VPCs of a Region that have combinations or interfaces of Lambda. */
export function listedVpcs({ vpcs }: RegionValue): RegionValue["vpcs"] {
  return vpcs.filter(
    ({ combinations, interfaces: { held, orphan, unexplained, undecided } }) => combinations + held + orphan + unexplained + undecided > 0,
  );
}

/** The parts of the combinations by the values of the tag. Empty without a tag. */
export function shareTable({ shares, combinations }: RegionValue, tag: string | null): Table {
  const percent = (part: number): string => `${Math.round((100 * part) / Math.max(1, combinations.length))} %`;
  return {
    head: [tag ?? "Tag", "Combinations", "Share", "ENIs", "Functions"],
    rows: (shares ?? []).map(({ value, read, combinations: part, interfaces, functions }) => [
      value ?? (read ? "without the tag" : "tags not read"),
      shareText(part),
      percent(part),
      shareText(interfaces),
      // Functions without the tag are named: somebody must add it.
      `${functions.length}: ${listed(functions, String, value === null ? 10 : 3)}`,
    ]),
  };
}

/** Every interface with what holds it, by VPC and subnet. */
export function interfaceTable({ interfaces, combinations }: RegionValue, vpc: string): Table {
  return {
    head: ["Interface", "Subnet", "Security groups", "State", "Held by"],
    rows: interfaces
      .filter((one) => one.vpc === vpc)
      .map(({ id, subnet, securityGroups, state, combination, owner, description }) => [
        id,
        subnet,
        setText(securityGroups),
        state,
        combination === null
          ? [owner ?? "", description].filter((part) => part !== "").join(": ")
          : holdersText(combinations[combination]?.holders ?? [], 6),
      ]),
  };
}

/** Every combination with its holders. */
export function combinationTable({ combinations }: RegionValue, vpc: string): Table {
  return {
    head: ["Subnet", "Security groups", "ENIs", "Held by"],
    rows: combinations
      .filter((one) => one.vpc === vpc)
      .map(({ subnet, securityGroups, interfaces, holders }) => [
        subnet,
        setText(securityGroups),
        String(interfaces.length),
        holdersText(holders, 6),
      ]),
  };
}

/** Every subnet with its addresses. */
export function subnetTable({ subnets }: RegionValue, vpc: string): Table {
  return {
    head: ["Subnet", "Zone", "Range", "Free", "Usable", "ENIs of functions", "Other interfaces"],
    rows: subnets
      .filter((one) => one.vpc === vpc)
      .map(({ id, name, zone, cidrBlock, available, usable, lambda, others }) => [
        ...[
          idText(id, name),
          zone,
          cidrBlock ?? "IPv6 only",
          String(available),
          String(usable ?? "unknown"),
          String(lambda),
          String(others),
        ],
      ]),
  };
}

/** The VPCs that something is in, named or not. */
export function vpcsOf({ vpcs }: RegionValue): readonly { readonly id: string; readonly title: string }[] {
  return vpcs.map(({ id, name, functions }) => ({ id, title: `VPC ${idText(id, name)}: ${counted(functions, "function")}` }));
}
