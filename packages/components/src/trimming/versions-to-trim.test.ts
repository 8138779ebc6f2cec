import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { versionsToTrim } from "./versions-to-trim";

test.each<[string, string[], string[], number, string[]]>([
  ["all but the newest go, the oldest first", ["3", "1", "2"], [], 1, ["1", "2"]],
  ["versions are numbers, not texts", ["9", "10", "11"], [], 2, ["9"]],
  ["one that an alias names stays, whatever its age", ["1", "2", "3", "4"], ["1"], 2, ["2"]],
  ["the function as it stands is no version", ["$LATEST", "1"], [], 1, []],
  ["fewer than are kept all stay", ["1", "2"], [], 5, []],
])("%s", (_, versions, inUse, keep, gone) => {
  expect(versionsToTrim(versions, new Set(inUse), keep)).toEqual(gone);
});

describe("whatever the versions, those in use and how many are kept", () => {
  const numbers = fc.array(fc.integer({ min: 1, max: 20 }).map(String));
  const keeps = fc.integer({ min: 1, max: 6 });
  const cases = { "a version goes": 20, "a version in use stays for that": 10 } as const;
  const law = (holds: (versions: readonly string[], inUse: ReadonlySet<string>, keep: number, gone: readonly string[]) => void): void => {
    checkLaw(
      cases,
      [numbers, numbers, keeps],
      (versions, used, keep, met) => {
        const inUse = new Set(used);
        const gone = versionsToTrim(["$LATEST", ...versions], inUse, keep);
        met("a version goes", gone.length > 0);
        met(
          "a version in use stays for that",
          versionsToTrim(versions, new Set(), keep).some((version) => inUse.has(version)),
        );
        holds(versions, inUse, keep, gone);
      },
      { numRuns: 300 },
    );
  };

  test("the newest stays, and so does each in use", () => {
    law((versions, inUse, _, gone) => {
      expect(gone).not.toContain(String(Math.max(...versions.map(Number))));
      expect(gone.filter((version) => inUse.has(version))).toEqual([]);
    });
  });

  test("at most those kept and those in use are left, and none goes that is newer than one kept for its age", () => {
    law((versions, inUse, keep, gone) => {
      const left = [...new Set(versions)].filter((version) => !gone.includes(version) && !inUse.has(version));
      expect(left.length).toBeLessThanOrEqual(keep);
      for (const version of gone) expect(left.every((other) => Number(other) > Number(version))).toBe(true);
    });
  });

  test("once they are gone, none is to go", () => {
    law((versions, inUse, keep, gone) => {
      const left = versions.filter((version) => !gone.includes(version));
      expect(versionsToTrim(left, inUse, keep)).toEqual([]);
    });
  });

  test("order and duplicates never matter", () => {
    law((versions, inUse, keep, gone) => {
      expect(versionsToTrim([...versions, ...versions].reverse(), inUse, keep)).toEqual(gone);
    });
  });
});
