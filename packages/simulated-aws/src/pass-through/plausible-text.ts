import { CREATION_DATE } from "../account/store/creation-date";
import { digits, uuid } from "./pattern";
import { isGlobal, serviceName } from "./service-name";
import { classOf, moduleOf, type Subject } from "./subject";

type Maker = (subject: Subject, field: string) => string;

/**
 * The ARN of something of the resource: `arn:aws:SERVICE:REGION:ACCOUNT:KIND/NAME` (docs/aws-facts.md#arn-formats).
 * @param kind what it is, such as `role`. The kind of the resource by default.
 */
function arnOf(subject: Subject, kind?: string): string {
  const service = kind === "role" ? "iam" : kind === "kms-key" ? "kms" : serviceName(subject.token);
  const resource = kind === "kms-key" ? `key/${uuid(subject.seed)}` : `${kind ?? kebab(classOf(subject.token))}/${subject.name}`;
  return ["arn:aws", service, isGlobal(service) ? "" : subject.region, subject.accountId, resource].join(":");
}

function kebab(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();
}

/** The domain in which AWS gives host names to a service. */
function domain({ token, region }: Subject): string {
  return `${region}.${moduleOf(token)}.amazonaws.com`;
}

/** A host name of the resource. */
const host: Maker = (subject, field) => {
  const label = subject.name.toLowerCase().replace(/[^a-z0-9-]+/g, "-") || digits(subject.seed, HEX, 10);
  return `${label}.${digits(`${subject.seed} ${field}`, "abcdefghijklmnopqrstuvwxyz0123456789", 12)}.${domain(subject)}`;
};

const HEX = "0123456789abcdef";

/** The ids of resources of EC2 that another service creates. The account has no such resources. */
const RESOURCE_IDS: readonly (readonly [name: RegExp, prefix: string])[] = [
  [/securityGroupId$/i, "sg"],
  [/subnetId$/i, "subnet"],
  [/networkInterfaceId$/i, "eni"],
  [/vpcEndpointId$/i, "vpce"],
  [/routeTableId$/i, "rtb"],
  [/instanceId$/i, "i"],
  [/volumeId$/i, "vol"],
  [/snapshotId$/i, "snap"],
];

/** What a text is, by its name: the first match applies. Sources of the formats: docs/aws-facts.md#arn-formats. */
const MAKERS: readonly (readonly [name: RegExp, make: Maker])[] = [
  [/^arn$/i, (subject) => arnOf(subject)],
  [/^vpcId$/, ({ vpcId, seed }) => vpcId ?? `vpc-0${digits(seed, HEX, 16)}`],
  ...RESOURCE_IDS.map(([name, prefix]): readonly [RegExp, Maker] => [
    name,
    ({ seed }, field) => `${prefix}-0${digits(`${seed} ${field}`, HEX, 16)}`,
  ]),
  [/executionRoleArn$|RoleArn$|^roleArn$/i, (subject) => arnOf(subject, "role")],
  [/kms(?:Master)?Key(?:Arn|Id)$|^keyArn$/i, (subject) => arnOf(subject, "kms-key")],
  [/arn$/i, (subject, field) => arnOf(subject, kebab(field.replace(/arn$/i, "")))],
  [/^(?:owner|ownerId|accountId|awsAccountId|registryId|ownerAccountId|creatorAccountId|\w+AccountId)$/i, ({ accountId }) => accountId],
  [/region$/i, ({ region }) => region],
  [/availabilityZone(?:Name)?$/i, ({ region }) => `${region}a`],
  [/hostedZoneId$|^zoneId$/i, ({ seed }) => `Z${digits(seed, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 13)}`],
  [/issuer$/i, (subject) => `https://${host(subject, "issuer")}`],
  [/wss?Url$|websocketUrl$/i, (subject, field) => `wss://${host(subject, field)}`],
  [/(?:url|uri|urls|uris)$/i, (subject, field) => `https://${host(subject, field)}`],
  [/(?:ipAddress|privateIp|publicIp|\bip|Ip|ipv4Address)$/, ({ seed }) => `198.51.100.${Number(digits(seed, "0123456789", 2)) + 1}`],
  [/ipv6\w*Address$/i, ({ seed }) => `2001:db8::${digits(seed, HEX, 4)}`],
  [/cidr\w*$/i, () => "198.51.100.0/24"],
  [/(?:endpoint|dnsName|domainName|address|host|hostname|fqdn|domain|nameServer|server|brokers\w*)$/i, host],
  [/(?:status|state)$/i, () => "ACTIVE"],
  [/(?:Date|Time|Timestamp|Modified|Created|(?<=[a-z])At|(?<=[a-z])On)$|^(?:date|time|timestamp|created)$/, () => CREATION_DATE],
  [/version(?:Id|Number)?$|revision(?:Id)?$/i, () => "1"],
  [/(?:etag|hash|checksum|fingerprint|digest|md5|sha256|token)$/i, ({ seed }) => digits(seed, HEX, 32)],
  [/(?:certificate\w*|pem|publicKey|caCert\w*|data)$/i, ({ seed }) => Buffer.from(`simulated ${seed}`).toString("base64")],
  [/(?:uuid|uniqueId)$/i, ({ seed }) => uuid(seed)],
  [/^id$/, ({ id }) => id],
  [/(?:id|identifier)$/i, ({ seed }, field) => digits(`${seed} ${field}`, "abcdefghijklmnopqrstuvwxyz0123456789", 10)],
  [/(?:policy|document|json|definition)$/i, () => "{}"],
  [/^type$|Type$/, ({ token }) => classOf(token)],
  [/name$/i, ({ name }) => name],
];

/** A text that AWS sets, by the name of its field. */
export function plausibleText(subject: Subject, field: string): string {
  const make = MAKERS.find(([name]) => name.test(field))?.[1];
  return make === undefined ? subject.name : make(subject, field);
}

/** Names of fields that AWS fills if the program does not. It leaves other texts empty. */
const FILLED = /(?:^|\w)(?:arn|endpoint|dnsName|availabilityZone|version|window|port|identifier|[a-z]Id|name)$/i;
const LEFT_EMPTY = /(?:kms|snapshot|source|replication|secret|role|outpost|template|prefix|auth|ipam|launch)/i;

/** A text that a program may set and AWS sets otherwise. Empty where AWS leaves it empty. */
export function plausibleDefaultText(subject: Subject, field: string): string {
  if (/window$/i.test(field)) return /maintenance/i.test(field) ? "sun:05:00-sun:06:00" : "04:00-05:00";
  return FILLED.test(field) && !LEFT_EMPTY.test(field) ? plausibleText(subject, field) : "";
}
