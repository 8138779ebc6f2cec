import { expect } from "@jest/globals";
import { accountResources } from "@lambda-vpc/account";
import { type AccountReading, auditAccount, planEnis, resolveNetwork } from "@lambda-vpc/model";
import { readNetwork, readStateFile, type StackResource } from "@lambda-vpc/sources";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withServedProcess } from "../aws-clients/served-process";
import { readServedAccount } from "../aws-clients/read-served-account";

/**
 * Expects that the account of a settled stack, which the clients of AWS read, has the combinations that the state of the stack plans, and that each of them has
 * an interface. The account must contain no other functions.
 */
export async function expectSameAccount({ folder }: { readonly folder: string }, state: string): Promise<void> {
  const reading = await withServedProcess(join(folder, "state/account.jsonl"), [], readServedAccount);
  const { resources } = readStateFile(readFileSync(state, "utf8"));
  const planned = combinationsBySubnet(resources);
  expect({ gaps: reading.gaps, plan: combinationsBySubnet(accountResources(reading)) }).toEqual({ gaps: [], plan: planned });
  expect(heldBySubnet(reading)).toEqual(planned);
}

/** The exact number of combinations in each subnet that has some, by its id. */
function combinationsBySubnet(resources: readonly StackResource[]): Readonly<Record<string, number>> {
  const ids = new Map(resources.map(({ urn, outputs }) => [urn, String(outputs["id"])]));
  const { subnets } = planEnis(resolveNetwork(readNetwork(resources)));
  return Object.fromEntries(
    subnets
      .filter(({ combinations }) => combinations.max > 0)
      .map(({ subnet, combinations: { min, max } }) => [ids.get(subnet) ?? subnet, min === max ? min : NaN]),
  );
}

/** The number of interfaces in each subnet that the audit attributes to functions. */
function heldBySubnet(reading: AccountReading): Readonly<Record<string, number>> {
  const held = auditAccount(reading).interfaces.filter(({ state }) => state === "held");
  return Object.fromEntries([...Map.groupBy(held, ({ subnet }) => subnet)].map(([subnet, those]) => [subnet, those.length]));
}
