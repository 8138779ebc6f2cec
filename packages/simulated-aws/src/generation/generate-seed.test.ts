import { expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import type { NetworkInterfaceReport } from "../account/interfaces/network-interface-report";
import { networkInterfaceReport } from "../account/interfaces/network-interface-report";
import { Account } from "../account/store/account";
import { defaultSettings } from "../account/store/simulation-settings";
import { seed } from "../command/seed";
import { seedAccounts } from "../command/seed-accounts";
import type { Properties } from "../property/value";
import { generateSeed } from "./generate-seed";

/** The seeded accounts, with the interfaces of each. */
function seeded(content: object): readonly (readonly [Account, readonly NetworkInterfaceReport[]])[] {
  return seedAccounts("the seed", JSON.parse(JSON.stringify(content)) as Properties).map(({ id, file }) => {
    const account = new Account(defaultSettings, id);
    account.transact((opened) => seed(opened, file));
    return [account, networkInterfaceReport(account)];
  });
}

function counts(interfaces: readonly NetworkInterfaceReport[]) {
  const byLambda = interfaces.filter(({ interfaceType }) => interfaceType === "lambda");
  const orphans = byLambda.filter(({ orphaned }) => orphaned).length;
  return { interfaces: byLambda.length - orphans, orphans, strangers: interfaces.length - byLambda.length };
}

test("by default it generates 300 functions with 3 versions, 40 sets, and 409 interfaces with orphans and strangers", () => {
  const [only] = seeded(generateSeed());
  if (only === undefined) throw new Error("No account");
  const [{ tables }, interfaces] = only;
  expect([tables.functions.all().length, tables.functionVersions.all().length]).toEqual([300, 900]);
  expect(new Set(tables.networkInterfaces.all().map(({ securityGroupIds }) => securityGroupIds.join())).size).toBe(40);
  expect(counts(interfaces)).toEqual({ interfaces: 409, orphans: 5, strangers: 20 });
  const held = interfaces.filter(({ interfaceType, orphaned }) => interfaceType === "lambda" && !orphaned);
  expect(held.every(({ heldBy }) => heldBy.length > 0)).toBe(true);
});

test("the numbers are exact over all accounts and Regions, and equal numbers generate equal seeds", () => {
  const options = fc.record({
    functions: fc.integer({ min: 40, max: 80 }),
    sets: fc.integer({ min: 4, max: 30 }),
    versions: fc.integer({ min: 0, max: 3 }),
    interfaces: fc.integer({ min: 30, max: 90 }),
    orphans: fc.integer({ min: 0, max: 5 }),
    strangers: fc.integer({ min: 0, max: 5 }),
    idle: fc.integer({ min: 0, max: 8 }),
    accounts: fc.integer({ min: 1, max: 3 }),
    regions: fc.constantFrom<[string, ...string[]]>(["us-east-1"], ["us-east-1", "eu-central-2"]),
    random: fc.nat(),
  });
  checkLaw(
    { "several accounts": 30, "no versions": 10 },
    [options],
    (wanted, met) => {
      const content = generateSeed(wanted);
      expect(generateSeed(wanted)).toEqual(content);
      const accounts = seeded(content);
      met("several accounts", accounts.length > 1);
      met("no versions", wanted.versions === 0);
      const { functions, idle, interfaces, orphans, strangers } = wanted;
      expect(counts(accounts.flatMap(([, found]) => found))).toEqual({ interfaces, orphans, strangers });
      const rows = accounts.flatMap(([{ tables }]) => tables.functions.all());
      expect([rows.length, rows.filter((row) => row.idle === true).length]).toEqual([functions, idle]);
      const ids = accounts.flatMap(([{ tables }]) => [...tables.vpcs.all(), ...tables.networkInterfaces.all()].map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
    },
    { numRuns: 40 },
  );
});

test("more interfaces than configurations can use are refused", () => {
  expect(() => generateSeed({ functions: 1, versions: 0, idle: 0, sets: 40, interfaces: 400 })).toThrow(
    /1 configurations of functions cannot use/,
  );
});
