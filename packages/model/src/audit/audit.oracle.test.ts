import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import type { AccountInterface, AccountReading } from "../account/account-reading";
import { arbitraryAccount } from "../testing/accounts/arbitrary-account";
import { largeAccount } from "../testing/accounts/large-account";
import { auditAccount } from "./audit";

/*
 * The rule as docs/aws-facts.md states it (#eni-matching, #eni-attributes, #eni-description), one interface at a time, as AWS Support's script
 * does it: of every version, whether its list of subnets contains the subnet, and whether the sorted lists of groups are equal.
 */
function holdersOf(one: AccountInterface, { functions }: AccountReading): readonly string[] {
  const found: string[] = [];
  for (const { name, latest, published } of functions)
    for (const { version, vpc } of [latest, ...published]) {
      if (vpc === undefined || !vpc.subnets.includes(one.subnet)) continue;
      const [own, theirs] = [[...vpc.securityGroups].sort(), [...one.securityGroups].sort()];
      if (own.length === theirs.length && own.every((group, index) => group === theirs[index])) found.push(`${name}:${version}`);
    }
  return found.sort();
}

function expected(reading: AccountReading): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    reading.interfaces.map((one) => {
      const holders = holdersOf(one, reading);
      if (one.type === "lambda") return [one.id, holders.length > 0 ? holders : ["unexplained"]];
      if (one.description.startsWith("AWS Lambda VPC ENI-")) return [one.id, holders.length > 0 ? holders : ["orphan"]];
      return [one.id, ["other"]];
    }),
  );
}

function found(reading: AccountReading): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    auditAccount(reading).interfaces.map((one) => [
      one.id,
      one.state === "held" ? one.holders.map((holder) => `${holder.function}:${holder.version}`).sort() : [one.state],
    ]),
  );
}

test("300 functions with 3 versions over 40 sets: 409 interfaces have the holders that a brute force finds", () => {
  const reading = largeAccount({ functions: 300, sets: 40, versions: 3, interfaces: 409 });
  const states = Map.groupBy(auditAccount(reading).interfaces, ({ state }) => state);
  expect(reading.interfaces).toHaveLength(409);
  expect([...states.keys()].sort()).toEqual(["held", "orphan", "other", "unexplained"]);
  expect(found(reading)).toEqual(expected(reading));
});

describe("any small account", () => {
  test("has the holders that a brute force finds", () => {
    checkLaw({ "an interface is held": 30, "an orphan": 20, "nothing explains one": 30 }, [arbitraryAccount()], (reading, met) => {
      const truth = expected(reading);
      const states = Object.values(truth).flat();
      met(
        "an interface is held",
        states.some((state) => state.includes(":")),
      );
      met("an orphan", states.includes("orphan"));
      met("nothing explains one", states.includes("unexplained"));
      expect(found(reading)).toEqual(truth);
    });
  });

  test("holds the combinations that one set of texts has", () => {
    checkLaw({ "a shared combination": 15 }, [arbitraryAccount()], (reading, met) => {
      const cells = reading.functions.flatMap(({ latest, published }) =>
        [latest, ...published].flatMap(({ vpc }) =>
          (vpc?.subnets ?? []).map((subnet) => JSON.stringify([subnet, [...(vpc?.securityGroups ?? [])].sort()])),
        ),
      );
      met("a shared combination", new Set(cells).size < cells.length);
      expect(auditAccount(reading).combinations).toHaveLength(new Set(cells).size);
    });
  });
});
