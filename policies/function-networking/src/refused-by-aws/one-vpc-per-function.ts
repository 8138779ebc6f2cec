import { displayName, displayNames, type Key, type Network, type VpcAgreement, vpcAgreement, type VpcPart } from "@lambda-vpc/model";
import { definePolicy, type Finding } from "@lambda-vpc/policy-kit";
import { consumersIn, isInVpc } from "../use/vpc-consumers";

export const oneVpcPerFunction = definePolicy({
  id: "one-vpc-per-function",
  title: "The subnets and security groups of a function are in one VPC.",
  severity: "high",
  level: "mandatory",
  concerns: isInVpc,
  config: {},
  check: ({ network, resolved }) => {
    const agreement = vpcAgreement(resolved);
    return consumersIn(resolved).flatMap((attachment) => checkConsumer(attachment.consumer, agreement(attachment), network));
  },
});

function checkConsumer(subject: Key, { verdict, parts, basis, cause }: VpcAgreement, network: Network): readonly Finding[] {
  if (verdict === "ok") return [];
  const name = displayName(subject);
  const places = placesOf(parts);
  if (verdict === "undecided")
    return [{ verdict, subject, what: `${name} may be in several VPCs: ${places}`, causes: new Map([[cause, [subject]]]) }];
  return [
    {
      verdict,
      subject,
      what: `${name} is in several VPCs: ${places}.`,
      why: WHY,
      fix: fixOf(parts, network),
      basis,
    },
  ];
}

/** `subnets private-a, private-b in VPC main; security group worker in VPC old` */
function placesOf(parts: readonly VpcPart[]): string {
  const groups = Map.groupBy(parts, (part) => `${part.kind === "subnet" ? "subnet" : "security group"} ${placeOf(part)}`);
  return [...groups].map(([, same]) => partsText(same)).join("; ");
}

/** At most two names: an id of AWS has 24 characters. */
function partsText(parts: readonly VpcPart[]): string {
  const noun = parts[0]?.kind === "subnet" ? "subnet" : "security group";
  const more = parts.length > 2 ? ` and ${parts.length - 2} more` : "";
  const names = displayNames(parts.slice(0, 2).map(({ key }) => key)) + more;
  return `${noun}${parts.length === 1 ? "" : "s"} ${names} ${parts[0] === undefined ? "" : placeOf(parts[0])}`;
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

/** The groups follow the subnets if these are in one VPC. */
function fixOf(parts: readonly VpcPart[], { securityGroups, vpcs = [] }: Network): string {
  const [subnets, groups] = (["subnet", "security-group"] as const).map((kind) => parts.filter((part) => part.kind === kind));
  const [home, otherHome] = new Set((subnets ?? []).map(placeOf));
  const misplaced = (groups ?? []).filter((part) => placeOf(part) !== home);
  if (home === undefined || otherHome !== undefined || misplaced.length === 0)
    return "Use subnets of one VPC, and security groups of the same VPC.";
  const vpc = subnets?.[0];
  const names = displayNames(misplaced.map(({ key }) => key));
  if (vpc?.place !== "vpc") return `Use subnets of the VPC of ${names}, or security groups of the VPC of the subnets.`;
  const created = new Set([...securityGroups, ...vpcs].filter(({ adopted }) => adopted !== true).map(({ key }) => key));
  if (!misplaced.every(({ key }) => created.has(key))) return `Use security groups of VPC ${displayName(vpc.vpc)} instead of ${names}.`;
  const setVpc = `Set the vpcId of ${names} to the id of VPC ${displayName(vpc.vpc)}`;
  // No group can be associated with the default VPC, which a VPC outside the stack may be (docs/aws-facts.md#security-group-associations).
  const canAssociate = misplaced.every((part) => part.place === "vpc" && created.has(part.vpc)) && created.has(vpc.vpc);
  return canAssociate ? `${setVpc}, or add a SecurityGroupVpcAssociation with this VPC.` : `${setVpc}.`;
}

/** Source: docs/aws-facts.md#one-vpc. */
const WHY = "Lambda accepts subnets and security groups of one VPC only (docs/aws-facts.md#one-vpc): the update fails.";
