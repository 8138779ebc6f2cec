import type { Stack } from "./stack";
import type { StackResource } from "./stack-resource";
import { isList, isProperties, type Properties, UNKNOWN, type Value } from "./value";

/** The account of a consumer, by the settings of its provider. */
export interface Scope {
  /** Consumers with equal scopes are in one account. Others may be in one account or in two. */
  readonly scope: string;
  /** Set if that consumers of several providers are in one account depends on assumption S (docs/eni-model.md, part h). */
  readonly scopeAssumed?: true;
}

/**
 * The scopes of `consumers` by URN. Their Regions do not matter: consumers in different Regions have no subnet in common, so they never share.
 *
 * Laws: consumers of one provider have one scope. Views of one moment give the same scopes, unless providers read different environment variables,
 * which policies do not see (docs/engine-facts.md#providers-in-policies).
 */
export function readScopes(stack: Stack, consumers: readonly StackResource[]): ReadonlyMap<string, Scope> {
  const providers = new Map(stack.resources.filter(({ type }) => type.startsWith(providerType)).map((one) => [one.urn, readProvider(one)]));
  const accounts = new Map<string, string>();
  for (const { credentials, account } of providers.values())
    if (credentials !== undefined && account !== undefined) accounts.set(credentials, accounts.get(credentials) ?? account);
  const scopes = new Map(consumers.map(({ provider = "" }) => [provider, scopeOf(provider, providers.get(provider), accounts)]));
  const sharing = Map.groupBy(scopes.values(), ({ scope }) => scope);
  const isAssumed = (scope: string): boolean => {
    const sharers = sharing.get(scope) ?? [];
    return sharers.length > 1 && sharers.some(({ certain }) => !certain);
  };
  return new Map(
    consumers.map(({ urn, provider = "" }) => {
      const { scope } = scopes.get(provider) ?? { scope: provider };
      return [urn, { scope, ...(isAssumed(scope) ? { scopeAssumed: true } : {}) }];
    }),
  );
}

/** The type of a provider, without its package. */
export const providerType = "pulumi:providers:";

/** Whether the engine creates the provider itself, by the name that it then has (docs/engine-facts.md#default-providers). */
export function createdByEngine(urn: string): boolean {
  return /::default_\d+_\d+_\d+[^:]*$/.test(urn);
}

/** What the settings of a provider show of its account (docs/engine-facts.md#account-of-a-provider). */
interface Provider {
  /** A text for providers that get their credentials in the same way. Undefined if the settings are not all known. */
  readonly credentials?: string;
  /** The id of the account. */
  readonly account?: string;
}

interface AccountScope {
  readonly scope: string;
  /** Whether the settings of the provider itself show its account. */
  readonly certain: boolean;
}

function scopeOf(urn: string, provider: Provider | undefined, accounts: ReadonlyMap<string, string>): AccountScope {
  const { credentials, account } = provider ?? {};
  const id = account ?? accounts.get(credentials ?? "");
  return { scope: id === undefined ? (credentials ?? urn) : `account ${id}`, certain: account !== undefined };
}

const packages: readonly string[] = ["aws", "aws-native"].map((name) => providerType + name);

/** A preview leaves out providers with such names, also if the program creates them. */
const hiddenInPreviews = /::default[^:]*$/;

function readProvider({ urn, type, inputs, outputs }: StackResource): Provider {
  if (!packages.includes(type) || (hiddenInPreviews.test(urn) && !createdByEngine(urn))) return {};
  const settings: Properties = Object.fromEntries(
    Object.entries(inputs ?? outputs).map(([name, value]): [string, Value] => [name, decoded(value)]),
  );
  const account = accountOf(settings);
  const selecting = Object.entries(settings).filter(([name, value]) => !name.startsWith("__") && !indifferent.has(name) && !isEmpty(value));
  const known = selecting.every(([name, value]) => !secrets.has(name) && !holdsUnknown(value));
  // Policies do not see it.
  const internal = settings["__internal"];
  const variables = isProperties(internal) && internal["envVarMappings"] !== undefined ? [["__internal", internal["envVarMappings"]]] : [];
  const text = canonicalText(Object.fromEntries([...selecting, ...variables]));
  return { ...(known ? { credentials: `${type} ${text}` } : {}), ...(account === undefined ? {} : { account }) };
}

/** Settings that do not select the credentials, so that providers with different ones can be of one account. */
const indifferent: ReadonlySet<string> = new Set([
  "allowedAccountIds",
  "autoNaming",
  "defaultTags",
  "forbiddenAccountIds",
  "ignoreTags",
  "maxRetries",
  "region",
  "retryMode",
  "s3UsEast1RegionalEndpoint",
  "s3UsePathStyle",
  "skipCredentialsValidation",
  "skipGetEc2Platforms",
  "skipMetadataApiCheck",
  "skipRegionValidation",
  "skipRequestingAccountId",
  "stsRegion",
  "tagPolicyCompliance",
  "tokenBucketRateLimiterCapacity",
  "useDualstackEndpoint",
  "useFipsEndpoint",
  "userAgents",
  "version",
]);

/** Credentials themselves. A preview masks them, so they are not compared. */
const secrets: ReadonlySet<string> = new Set(["accessKey", "secretKey", "token"]);

/** The account of the role that the provider assumes last, or the only account that the provider accepts. */
function accountOf(settings: Properties): string | undefined {
  const { assumeRoles, assumeRole, assumeRoleWithWebIdentity, allowedAccountIds, skipRequestingAccountId } = settings;
  const last: Value | undefined = isList(assumeRoles) ? assumeRoles.at(-1) : assumeRoles;
  const roles: readonly (Value | undefined)[] = [last, assumeRole, assumeRoleWithWebIdentity];
  const role = roles.find((one) => one !== undefined && !isEmpty(one));
  const arn = isProperties(role) ? role["roleArn"] : undefined;
  const ofRole = typeof arn === "string" ? /^arn:[^:]+:iam::(\d{12}):role\//.exec(arn)?.[1] : undefined;
  if (ofRole !== undefined) return ofRole;
  if (!isList(allowedAccountIds) || (skipRequestingAccountId ?? false) !== false) return undefined;
  const [only, ...others] = allowedAccountIds;
  return others.length === 0 && typeof only === "string" && only !== "" ? only : undefined;
}

/** The engine writes every setting that is not a text as JSON. */
function decoded(value: Value): Value {
  if (typeof value !== "string" || !/^([[{]|true$|false$|null$)/.test(value)) return value;
  try {
    return JSON.parse(value) as Value;
  } catch {
    return value;
  }
}

function isEmpty(value: Value): boolean {
  if (value === null || value === "") return true;
  return isList(value) ? value.length === 0 : isProperties(value) && Object.keys(value).length === 0;
}

function holdsUnknown(value: Value): boolean {
  if (value === UNKNOWN) return true;
  const parts: readonly Value[] = isList(value) ? value : isProperties(value) ? Object.values(value) : [];
  return parts.some(holdsUnknown);
}

/** JSON with sorted names. */
function canonicalText(value: Value): string {
  return JSON.stringify(value, (_, inner: Value) =>
    isProperties(inner) ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1))) : inner,
  );
}
