import type { Account } from "../../account/store/account";
import { AwsError } from "../../account/store/aws-error";
import type { AnswerObject } from "../operation/answer";
import type { Call, Organization } from "../operation/call";
import { requireParameter } from "../operation/parameters";
import { configurationItems } from "./configuration-items";

/** The only aggregator: that of the management account. It collects all accounts and Regions. */
export const AGGREGATOR = "simulated";

/** An account in a Region, from which the aggregator collects. */
export interface Source {
  readonly accountId: string;
  readonly region: string;
}

/** Throws `NoSuchConfigurationAggregatorException` for another name, and in a member account. */
export function requireAggregator({ account, organization }: Call, given: string | undefined): void {
  const name = requireParameter(given, "ConfigurationAggregatorName");
  if (name === AGGREGATOR && account.id === organization.accounts[0].id) return;
  throw new AwsError(
    "NoSuchConfigurationAggregatorException",
    `The configuration aggregator ${name} does not exist. Simulated AWS has "${AGGREGATOR}" in the management account`,
  );
}

/** The items of all accounts and Regions, except those of types that are not recorded. */
export function aggregatedItems(call: Call): readonly AnswerObject[] {
  const { organization } = call;
  return organization.accounts.flatMap(({ id }) => {
    const unrecorded = new Set(unrecordedTypes(organization, id));
    const items = organization.run(id, (account) => itemsOf(call, account));
    return unrecorded.size === 0 ? items : items.filter(({ resourceType }) => !unrecorded.has(String(resourceType)));
  });
}

/** The accounts and Regions that the aggregator collects: those that have been used. */
export function sources({ organization }: Call): readonly Source[] {
  return organization.accounts.flatMap(({ id }) =>
    organization.run(id, (account) => regionsOf(account).map((region) => ({ accountId: id, region }))),
  );
}

/** The resource types that AWS Config does not record in an account. */
export function unrecordedTypes({ unrecorded }: Organization, accountId: string): readonly string[] {
  return unrecorded.flatMap((text) => {
    const [type = "", id = accountId] = text.split("/").toReversed();
    return id === accountId ? type : [];
  });
}

/** A Region is opened by its first default resource, which an account of other resources does not have. */
function regionsOf({ tables }: Account): readonly string[] {
  const used = [...tables.vpcs.all(), ...tables.functions.all()].map(({ region }) => region);
  return [...new Set([...tables.openedRegions.all().map(({ id }) => id), ...used])];
}

/** The items of an account at a revision. A query has many pages, and an account rarely changes in between. */
const known = new WeakMap<Account, { readonly revision: number; readonly items: readonly AnswerObject[] }>();

function itemsOf(call: Call, account: Account): readonly AnswerObject[] {
  const before = known.get(account);
  if (before?.revision === account.revision) return before.items;
  const items = regionsOf(account).flatMap((region) => configurationItems({ ...call, account, region }));
  known.set(account, { revision: account.revision, items });
  return items;
}
