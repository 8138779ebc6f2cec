/** The present configuration of one resource, as AWS Config records it (docs/aws-facts.md#configuration-items). */
export interface ConfigItem {
  readonly account: string;
  readonly region: string;
  readonly type: string;
  /** Id of EC2, or the name of a function. */
  readonly id: string;
  readonly name?: string;
  readonly arn?: string;
  readonly zone?: string;
  /** When it was recorded. */
  readonly capturedAt: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly configuration: JsonObject;
}

/** A JSON object of another program. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The resource types that a dataset reads. */
export const resourceTypes = [
  "AWS::Lambda::Function",
  "AWS::EC2::VPC",
  "AWS::EC2::Subnet",
  "AWS::EC2::SecurityGroup",
  "AWS::EC2::NetworkInterface",
] as const;

/**
 * Reads an item of a query or of a snapshot. They differ: a query has `accountId` and tags as a list, a snapshot `awsAccountId` and tags as an object.
 * Undefined if it is none, or if the resource was deleted.
 */
export function readConfigItem(value: unknown): ConfigItem | undefined {
  const item = objectOf(value);
  const account = textOf(item["accountId"]) ?? textOf(item["awsAccountId"]);
  const [region, type, id] = [textOf(item["awsRegion"]), textOf(item["resourceType"]), textOf(item["resourceId"])];
  if (account === undefined || region === undefined || type === undefined || id === undefined) return undefined;
  if (/Deleted/.test(textOf(item["configurationItemStatus"]) ?? "")) return undefined;
  const [name, arn] = [textOf(item["resourceName"]), textOf(item["arn"]) ?? textOf(item["ARN"])];
  const zone = textOf(item["availabilityZone"]);
  return {
    ...{ account, region, type, id },
    ...(name === undefined ? {} : { name }),
    ...(arn === undefined ? {} : { arn }),
    ...(zone === undefined ? {} : { zone }),
    capturedAt: textOf(item["configurationItemCaptureTime"]) ?? "",
    tags: tagsOf(item["tags"]),
    configuration: configurationOf(item["configuration"]),
  };
}

/** Some calls of Config return the configuration as a text. */
function configurationOf(value: unknown): JsonObject {
  if (typeof value !== "string") return objectOf(value);
  try {
    return objectOf(JSON.parse(value));
  } catch {
    return {};
  }
}

function tagsOf(value: unknown): Readonly<Record<string, string>> {
  const pairs: readonly (readonly [string | undefined, string | undefined])[] = Array.isArray(value)
    ? listOf(value).map((tag) => [textOf(objectOf(tag)["key"]), textOf(objectOf(tag)["value"])])
    : Object.entries(objectOf(value)).map(([key, text]) => [key, textOf(text)]);
  return Object.fromEntries(pairs.flatMap(([key, text]) => (key === undefined || text === undefined ? [] : [[key, text]])));
}

export function objectOf(value: unknown): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** The texts of a list, or of one member of each of its objects. */
export function textsOf(value: unknown, member?: string): readonly string[] {
  return listOf(value).flatMap((one) => textOf(member === undefined ? one : objectOf(one)[member]) ?? []);
}
