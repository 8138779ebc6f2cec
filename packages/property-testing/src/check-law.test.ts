import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { checkAsyncLaw, checkLaw } from "./index";

const oneOrTwo = fc.constantFrom(1, 2);
const runs = { numRuns: 100 };

/** A law that always holds and whose case is a one. */
function checkOnes(least: number, numbers: fc.Arbitrary<number>): void {
  checkLaw({ "the number is 1": least }, [numbers], (number, met) => void met("the number is 1", number === 1), runs);
}

describe("a law whose interesting case is", () => {
  test("as common as it states passes", () => {
    checkOnes(25, oneOrTwo);
  });

  test("rarer than it states fails, with the case, its share and the share that it states", () => {
    expect(() => checkOnes(80, oneOrTwo)).toThrow(/the number is 1 in \d\d\.\d % of 100 runs \(at least 80 %\)/);
  });

  test("too rare fails with the seed that repeats the run", () => {
    const rare = (): void => checkLaw({ never: 5 }, [oneOrTwo], () => undefined, { seed: 7 });
    expect(rare).toThrow("PROPERTY_SEED=7 repeats this run.");
  });

  test("never met fails", () => {
    expect(() => checkOnes(5, fc.constant(2))).toThrow("the number is 1 in 0.0 % of 100 runs (at least 5 %)");
  });

  test("stated with less than 5 % fails, however common it is", () => {
    expect(() => checkOnes(4, fc.constant(1))).toThrow('"the number is 1" states 4 % of the runs; state 5 to 100 %');
  });
});

test("a run counts once for each of its cases, however often it meets them", () => {
  const twice = (): void =>
    checkLaw({ "the list has a 1": 100 }, [fc.constant([1, 1]), fc.boolean()], (list, first, met) => {
      for (const one of first ? list : []) met("the list has a 1", one === 1);
    });
  expect(twice).toThrow(/the list has a 1 in [3-6]\d\.\d % of 100 runs/);
});

test("a condition that holds is returned with its type, and one that does not is false", () => {
  checkLaw({ "there is a number": 25, "there is none": 5 }, [fc.option(fc.constant(7), { freq: 2 })], (number, met) => {
    if (met("there is a number", number)) expect(number + 1).toBe(8);
    if (met("there is none", number === null)) expect(met("there is a number", number)).toBe(false);
  });
});

test("a law that does not hold fails with its counterexample, whatever its shares are", () => {
  const broken = (): void => checkLaw({ never: 100 }, [fc.nat()], (number) => expect(number).toBeLessThan(3));
  expect(broken).toThrow(/Counterexample: \[3\]/);
});

test("a law that waits is counted too", async () => {
  const waiting = checkAsyncLaw({ "the number is 1": 80 }, [oneOrTwo], async (number, met) => {
    await Promise.resolve();
    met("the number is 1", number === 1);
  });
  await expect(waiting).rejects.toThrow("the number is 1 in");
});
