import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { type PublishedVersion, versionsThatBlock, versionsToTrim } from "./versions-to-trim";

/** `3` is a version in the network `a`, `3bc` one in the networks `b` and `c`. */
function version(text: string): PublishedVersion {
  const network = text.replace(/^(\d+|\$LATEST)/, "");
  return { version: text.slice(0, text.length - network.length), network: network === "" ? ["a"] : [...network] };
}

test.each<[string, string[], string[], number, string[]]>([
  ["all but the newest go, the oldest first", ["3", "1", "2"], [], 1, ["1", "2"]],
  ["versions are numbers, not texts", ["9", "10", "11"], [], 2, ["9"]],
  ["one that an alias names stays, whatever its age", ["1", "2", "3", "4"], ["1"], 2, ["2"]],
  ["the function as it stands is no version", ["$LATEST", "1"], [], 1, []],
  ["fewer than are kept all stay", ["1", "2"], [], 5, []],
  ["one with a group that the newest does not use goes, whatever its age", ["1", "2b", "3"], [], 5, ["2"]],
  ["one with some of the groups of the newest stays", ["1a", "2ab"], [], 5, []],
  ["one with more than the groups of the newest goes", ["1ab", "2a"], [], 5, ["1"]],
  ["one of a former network that an alias names stays", ["1b", "2"], ["1"], 1, []],
])("%s", (_, versions, inUse, keep, gone) => {
  expect(versionsToTrim(versions.map(version), new Set(inUse), keep)).toEqual(gone);
});

test("a version in use blocks if it uses what the newest does not", () => {
  expect(versionsThatBlock(["1b", "2", "3b", "4"].map(version), new Set(["1", "2"]))).toEqual(["1"]);
});

describe("whatever the versions, those in use and how many are kept", () => {
  const numbers = fc.array(fc.integer({ min: 1, max: 20 }).map(String));
  const networks = fc.array(fc.subarray(["a", "b"]), { minLength: 20, maxLength: 20 });
  const keeps = fc.integer({ min: 1, max: 6 });
  const cases = { "a version goes": 20, "a version in use stays for that": 10, "a version goes for its network": 20 } as const;
  type Holds = (versions: readonly PublishedVersion[], inUse: ReadonlySet<string>, keep: number, gone: readonly string[]) => void;
  const law = (holds: Holds): void => {
    checkLaw(
      cases,
      [numbers, networks, numbers, keeps],
      (some, networkOf, used, keep, met) => {
        const inUse = new Set(used);
        const versions = some.map((one) => ({ version: one, network: networkOf[Number(one) - 1] ?? [] }));
        const gone = versionsToTrim([{ version: "$LATEST", network: ["b"] }, ...versions], inUse, keep);
        met("a version goes", gone.length > 0);
        met(
          "a version in use stays for that",
          versionsToTrim(versions, new Set(), keep).some((one) => inUse.has(one)),
        );
        met("a version goes for its network", gone.length > versionsToTrim(versions.map(inOneNetwork), inUse, keep).length);
        holds(versions, inUse, keep, gone);
      },
      { numRuns: 300 },
    );
  };
  const inOneNetwork = ({ version: one }: PublishedVersion): PublishedVersion => ({ version: one, network: [] });
  const newestOf = (versions: readonly PublishedVersion[]): PublishedVersion | undefined =>
    versions.toSorted((one, other) => Number(other.version) - Number(one.version))[0];

  test("the newest stays, and so does each in use", () => {
    law((versions, inUse, _, gone) => {
      expect(gone).not.toContain(newestOf(versions)?.version);
      expect(gone.filter((one) => inUse.has(one))).toEqual([]);
    });
  });

  test("at most those kept and those in use are left, and none in one network goes that is newer than one kept for its age", () => {
    law((versions, inUse, keep, gone) => {
      const left = [...new Set(versions.map(({ version: one }) => one))].filter((one) => !gone.includes(one) && !inUse.has(one));
      expect(left.length).toBeLessThanOrEqual(keep);
      for (const one of versionsToTrim(versions.map(inOneNetwork), inUse, keep))
        expect(left.every((other) => Number(other) > Number(one))).toBe(true);
    });
  });

  test("none that is left uses what the newest does not, unless it is in use", () => {
    law((versions, inUse, _, gone) => {
      const used = newestOf(versions)?.network ?? [];
      const left = versions.filter(({ version: one }) => !gone.includes(one) && !inUse.has(one));
      for (const { network } of left) expect(network.every((id) => used.includes(id))).toBe(true);
    });
  });

  test("once they are gone, none is to go", () => {
    law((versions, inUse, keep, gone) => {
      const left = versions.filter(({ version: one }) => !gone.includes(one));
      expect(versionsToTrim(left, inUse, keep)).toEqual([]);
    });
  });

  test("order and duplicates never matter", () => {
    law((versions, inUse, keep, gone) => {
      expect(versionsToTrim([...versions, ...versions].reverse(), inUse, keep)).toEqual(gone);
    });
  });
});
