import {
  counted,
  displayName,
  displayNames,
  type Key,
  type Network,
  type VpcAgreement,
  vpcAgreement,
  type VpcPart,
} from "@lambda-vpc/model";
import { definePolicy, type Finding } from "@lambda-vpc/policy-kit";
import { consumersIn, isInVpc } from "./use/vpc-consumers";

export const oneVpcPerFunction = definePolicy({
  id: "one-vpc-per-function",
  title: "The subnets and security groups of a function are in one VPC.",
  severity: "high",
  level: "mandatory",
  concerns: isInVpc,
  config: {},
  check: ({ network, resolved }) =>
    consumersIn(resolved).flatMap((attachment) => checkConsumer(attachment.consumer, vpcAgreement(resolved, attachment), network)),
});

function checkConsumer(subject: Key, { verdict, parts, basis, cause }: VpcAgreement, network: Network): readonly Finding[] {
  if (verdict === "ok") return [];
  const name = displayName(subject);
  const places = `${placesOf(parts)}.`;
  if (verdict === "undecided")
    return [{ verdict, subject, what: `${name} may use several VPCs: ${places}`, causes: new Map([[cause, [subject]]]) }];
  return [
    {
      verdict,
      subject,
      what: `${name} uses several VPCs: ${places}`,
      why: WHY,
      fix: fixOf(parts, network),
      basis,
    },
  ];
}

/** `2 subnets in VPC main (private-a, private-b), 1 security group in VPC old (worker)` */
function placesOf(parts: readonly VpcPart[]): string {
  const groups = Map.groupBy(parts, (part) => `${part.kind} ${placeOf(part)}`);
  return [...groups.values()]
    .flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const noun = first.kind === "subnet" ? "subnet" : "security group";
      return `${counted(same.length, noun)} ${placeOf(first)} (${displayNames(same.map(({ key }) => key))})`;
    })
    .join(", ");
}

function placeOf(part: VpcPart): string {
  switch (part.place) {
    case "vpc":
      return `in VPC ${displayName(part.vpc)}`;
    case "default-vpc":
      return "in the default VPC";
    case "existing-vpc":
      return "outside this stack";
    case "unknown":
      return "in an unknown VPC";
  }
}

/** The groups follow the subnets if these are in one VPC of which the key is known. */
function fixOf(parts: readonly VpcPart[], { securityGroups }: Network): string {
  const subnets = parts.filter(({ kind }) => kind === "subnet");
  const [home] = subnets;
  const misplaced = parts.filter((part) => part.kind === "security-group" && (home === undefined || placeOf(part) !== placeOf(home)));
  if (home?.place !== "vpc" || misplaced.length === 0 || subnets.some((part) => placeOf(part) !== placeOf(home)))
    return "Use subnets of one VPC, and security groups of the same VPC.";
  const [vpc, names] = [displayName(home.vpc), displayNames(misplaced.map(({ key }) => key))];
  const created = new Set(securityGroups.filter(({ adopted }) => adopted !== true).map(({ key }) => key));
  if (!misplaced.every(({ key }) => created.has(key))) return `Use security groups of VPC ${vpc} instead of ${names}.`;
  const setVpc = `Set the vpcId of ${names} to the id of VPC ${vpc}`;
  return misplaced.some(({ place }) => place !== "vpc") ? `${setVpc}.` : `${setVpc}, or add a SecurityGroupVpcAssociation with this VPC.`;
}

/** Source: docs/aws-facts.md#one-vpc. */
const WHY = "Lambda accepts subnets and security groups of one VPC only (docs/aws-facts.md#one-vpc): the update fails.";
