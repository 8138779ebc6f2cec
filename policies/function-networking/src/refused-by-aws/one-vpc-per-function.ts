import {
  displayName,
  displayNames,
  type Network,
  type ResolvedAttachment,
  type VpcAgreement,
  vpcAgreement,
  type VpcPart,
} from "@lambda-vpc/model";
import { definePolicy, type Finding } from "@lambda-vpc/policy-kit";
import { consumersIn, isInVpc } from "../use/vpc-consumers";
import { oneVpcFix } from "./one-vpc-fix";

export const oneVpcPerFunction = definePolicy({
  id: "one-vpc-per-function",
  title: "The subnets and security groups of a function are in one VPC.",
  severity: "high",
  level: "mandatory",
  monotone: { for: "subnets whose VPC is in the inventory" },
  concerns: isInVpc,
  config: {},
  check: ({ network, resolved }) => {
    const agreement = vpcAgreement(resolved);
    return consumersIn(resolved).flatMap((attachment) => checkConsumer(attachment, agreement(attachment), network));
  },
});

function checkConsumer(attachment: ResolvedAttachment, agreement: VpcAgreement, network: Network): readonly Finding[] {
  const { consumer: subject } = attachment;
  const { verdict, parts, basis, cause } = agreement;
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
      fix: oneVpcFix(attachment, parts, network),
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

/** Source: docs/aws-facts.md#one-vpc. */
const WHY = "Lambda accepts subnets and security groups of one VPC only (docs/aws-facts.md#one-vpc): the update fails.";
