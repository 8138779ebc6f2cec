import type { ReadingPart } from "@lambda-vpc/model";
import type { CollectedRegion, CollectionGap } from "../dataset/collected-region";
import { isOfLambda } from "../dataset/is-of-lambda";
import { type ConfigItem, objectOf, textOf, textsOf } from "./config-item";

/** The part of a reading that each resource type is. */
const parts = {
  "AWS::Lambda::Function": "functions",
  "AWS::EC2::VPC": "vpcs",
  "AWS::EC2::Subnet": "subnets",
  "AWS::EC2::SecurityGroup": "security-groups",
  "AWS::EC2::NetworkInterface": "interfaces",
} as const satisfies Readonly<Record<string, ReadingPart>>;

type RecordedType = keyof typeof parts;

/**
 * What AWS Config does not show of a Region. A query does not state which types a Region records. They follow from the item of its recorder, if that is
 * recorded (docs/aws-facts.md#recorders), and from items that name resources of a type of which there is no item.
 */
export function configGaps(region: CollectedRegion, items: readonly ConfigItem[], call: string): readonly CollectionGap[] {
  const recorder = items.find(({ type }) => type === "AWS::Config::ConfigurationRecorder");
  const lacking = (Object.keys(parts) as RecordedType[]).flatMap((type) => {
    const why = (recorder && notInRecorder(recorder, type)) ?? namedWithoutItem(region, type);
    return why === undefined
      ? []
      : [{ part: parts[type], call, reason: "not-recorded", message: `${type} is not recorded: ${why}.` } as const];
  });
  const never = (part: ReadingPart, message: string): CollectionGap => ({ part, call, reason: "not-in-source", message });
  return [
    ...lacking,
    never("versions", "AWS Config has no items for published versions of functions, which keep their combinations."),
    never("aliases", "AWS Config has no items for aliases of functions."),
    never("quotas", "AWS Config does not contain the granted quota of Lambda. Views assume the default."),
  ];
}

/** Why a recorder does not record a type. Undefined if it does, or may. */
function notInRecorder({ configuration }: ConfigItem, type: RecordedType): string | undefined {
  const group = objectOf(configuration["RecordingGroup"] ?? configuration["recordingGroup"]);
  const member = (name: string): unknown => group[name] ?? group[name.slice(0, 1).toLowerCase() + name.slice(1)];
  const excluded = objectOf(member("ExclusionByResourceTypes"));
  if (textsOf(excluded["ResourceTypes"] ?? excluded["resourceTypes"]).includes(type)) return "the recorder excludes it";
  const strategy = objectOf(member("RecordingStrategy"));
  const isInclusion =
    textOf(strategy["UseOnly"] ?? strategy["useOnly"]) === "INCLUSION_BY_RESOURCE_TYPES" || member("AllSupported") === false;
  const included = textsOf(member("ResourceTypes"));
  return isInclusion && included.length > 0 && !included.includes(type) ? "the recorder does not include it" : undefined;
}

/** What names resources of a type of which the Region has no item. */
function namedWithoutItem(region: CollectedRegion, type: RecordedType): string | undefined {
  const { functions, vpcs, subnets, securityGroups, interfaces } = region;
  const attached = functions.flatMap(({ latest }) => latest.vpc ?? []);
  switch (type) {
    case "AWS::Lambda::Function":
      return functions.length === 0 && interfaces.some(isOfLambda) ? "interfaces of Lambda exist, and no function" : undefined;
    case "AWS::EC2::VPC":
      return vpcs.length === 0 && (subnets.length > 0 || securityGroups.length > 0)
        ? "subnets or security groups exist, and no VPC"
        : undefined;
    case "AWS::EC2::Subnet":
      return subnets.length === 0 && (attached.length > 0 || interfaces.length > 0)
        ? "functions or interfaces use subnets, of which there is no item"
        : undefined;
    case "AWS::EC2::SecurityGroup":
      // Each VPC has a default group (docs/aws-facts.md#default-resources-of-a-vpc).
      return securityGroups.length === 0 && (vpcs.length > 0 || attached.length > 0)
        ? "each VPC has a default group, and there is no item of a group"
        : undefined;
    case "AWS::EC2::NetworkInterface":
      return interfaces.length === 0 && attached.length > 0 ? "functions in a VPC use interfaces, of which there is no item" : undefined;
  }
}
