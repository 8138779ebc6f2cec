import { expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import type { AccountFunction, AccountReading } from "../account/account-reading";
import type { Result } from "../count/result";
import { arbitraryAccount, arbitraryGap, shuffledReading } from "../testing/accounts/arbitrary-account";
import { lacking } from "../testing/accounts/sample-account";
import { auditAccount } from "./audit";
import { doubtsOf, questions } from "./question";
import { type DeletionAnswer, whatHolds } from "./what-holds";

const IDS = ["eni-1", "eni-2", "eni-3", "eni-4", "sg-1", "sg-2", "sg-3", "subnet-1", "subnet-2"];

test("order and duplicates never matter, of an audit and of each answer", () => {
  checkLaw(
    { "an interface is held": 30 },
    [arbitraryAccount().chain((reading) => fc.tuple(fc.constant(reading), shuffledReading(reading)))],
    ([reading, shuffled], met) => {
      const [one, other] = [auditAccount(reading, { tag: "team" }), auditAccount(shuffled, { tag: "team" })];
      met(
        "an interface is held",
        one.interfaces.some(({ state }) => state === "held"),
      );
      expect(other).toEqual(one);
      for (const id of IDS) expect(whatHolds(other, id)).toEqual(whatHolds(one, id));
    },
  );
});

/** What somebody would read as "delete it, or worry about it no more". */
function certainties(reading: AccountReading): ReadonlySet<string> {
  const audit = auditAccount(reading);
  const answers = IDS.map((id) => ({ id, answer: whatHolds(audit, id) }));
  return new Set([
    ...audit.interfaces.flatMap(({ id, state }) => (state === "orphan" || state === "unexplained" ? [`${id} ${state}`] : [])),
    ...answers.flatMap(({ id, answer }) => (answer.ok && answer.value.verdict === "free" ? [`${id} free`] : [])),
    ...answers.flatMap(({ id, answer }) => (answer.ok && answer.value.doubts.length === 0 ? [`${id} has no other steps`] : [])),
    ...questions.filter((question) => doubtsOf(question, audit.reading.gaps).length === 0),
  ]);
}

test("a gap never makes anything certain that was not, and what is certain stays true", () => {
  checkLaw(
    { "something is free": 20, "a gap makes something undecided": 40 },
    [arbitraryAccount(), fc.array(arbitraryGap(), { maxLength: 2 }), arbitraryGap()],
    (reading, gaps, gap, met) => {
      const before = certainties({ ...reading, gaps });
      const after = certainties({ ...reading, gaps: [...gaps, gap] });
      met(
        "something is free",
        [...before].some((text) => text.endsWith("free")),
      );
      met("a gap makes something undecided", after.size < before.size);
      expect([...after].filter((text) => !before.has(text))).toEqual([]);
    },
  );
});

function verdictOf(answer: Result<DeletionAnswer>): string {
  return answer.ok ? answer.value.verdict : "unknown id";
}

/** The account without some of its parts, and the gaps that name them. */
function censored(
  reading: AccountReading,
  hidden: { readonly functions: boolean; readonly versions: boolean; readonly interfaces: boolean },
): AccountReading {
  const without = (one: AccountFunction): AccountFunction => (hidden.versions ? { ...one, published: [] } : one);
  const gap = (part: "functions" | "versions" | "interfaces") =>
    hidden[part] ? [{ part, call: `any:${part}`, reason: "denied", message: "no" } as const] : [];
  return {
    ...reading,
    functions: (hidden.functions ? reading.functions.slice(1) : reading.functions).map(without),
    interfaces: hidden.interfaces ? reading.interfaces.slice(1) : reading.interfaces,
    gaps: [...gap("functions"), ...gap("versions"), ...gap("interfaces")],
  };
}

test("whatever a gap hides, nothing is free or an orphan that the whole account holds", () => {
  const hidden = fc.record({ functions: fc.boolean(), versions: fc.boolean(), interfaces: fc.boolean() });
  const cases = { "the gap hides what holds something": 10, "nothing holds an interface": 10, "something is free": 10 };
  checkLaw(cases, [arbitraryAccount(), hidden], (reading, parts, met) => {
    const [whole, partial] = [auditAccount(reading), auditAccount(censored(reading, parts))];
    const truth = new Map(whole.interfaces.map(({ id, state }) => [id, state]));
    for (const { id, state } of partial.interfaces)
      if (met("nothing holds an interface", state === "orphan" || state === "unexplained"))
        expect([id, truth.get(id)]).toEqual([id, state]);
    for (const id of IDS) {
      const [answer, full] = [whatHolds(partial, id), whatHolds(whole, id)];
      const [said, truly] = [verdictOf(answer), verdictOf(full)];
      met("the gap hides what holds something", truly === "held" && said === "undecided");
      if (met("something is free", said === "free")) expect([id, truly]).toEqual([id, "free"]);
    }
  });
});

test("the versions of a pinned combination are the least set whose deletion frees it", () => {
  checkLaw({ "a pinned combination": 30, "several versions": 5 }, [arbitraryAccount()], (reading, met) => {
    const { pins } = auditAccount(reading);
    met("a pinned combination", pins.length > 0);
    for (const { combination, versions } of pins) {
      const listed = versions.flatMap((one) => one.versions.map((version) => `${one.function}:${version}`));
      met("several versions", listed.length > 1);
      const all = reading.functions.flatMap(({ name, published }) => published.map(({ version }) => `${name}:${version}`));
      const freeing = subsetsOf(all).filter((subset) => isFreedBy(reading, combination, subset));
      const least = Math.min(...freeing.map(({ length }) => length));
      expect(freeing.filter(({ length }) => length === least).map((subset) => subset.toSorted())).toEqual([listed.toSorted()]);
    }
  });
});

function subsetsOf(all: readonly string[]): readonly (readonly string[])[] {
  return all.reduce<readonly (readonly string[])[]>((subsets, one) => subsets.flatMap((subset) => [subset, [...subset, one]]), [[]]);
}

/** Whether no version is left that holds it once some are deleted. */
function isFreedBy(
  { functions }: AccountReading,
  { subnet, securityGroups }: { readonly subnet: string; readonly securityGroups: readonly string[] },
  deleted: readonly string[],
): boolean {
  return functions.every(({ name, latest, published }) =>
    [latest, ...published.filter(({ version }) => !deleted.includes(`${name}:${version}`))].every(
      ({ vpc }) => vpc?.subnets.includes(subnet) !== true || [...vpc.securityGroups].sort().join() !== securityGroups.join(),
    ),
  );
}

test("the shares by a tag add up to all combinations, and a function without the tag is in none of its values", () => {
  const tagged = arbitraryAccount().chain((reading) =>
    fc.tuple(...reading.functions.map(() => fc.constantFrom({ team: "shop" }, { team: "bank" }, {}, undefined))).map((tags) => ({
      ...reading,
      functions: reading.functions.map((one, index): AccountFunction => {
        const own = tags[index];
        return own === undefined ? lacking(one, "tags") : { ...one, tags: own };
      }),
    })),
  );
  checkLaw({ "a combination of two teams": 5, "a function without the tag": 20 }, [tagged], (reading, met) => {
    const { combinations, shares } = auditAccount(reading, { tag: "team" });
    const values = shares?.values ?? [];
    const total = values.reduce((sum, share) => sum + share.combinations, 0);
    met("a combination of two teams", values.length > 1 && combinations.some((one) => one.functions.length > 1));
    met(
      "a function without the tag",
      values.some(({ value }) => value === null),
    );
    expect(total).toBeCloseTo(combinations.length);
    const listed = values.flatMap(({ value, functions }) => functions.map((name) => [name, value] as const));
    const tags = new Map(reading.functions.map((one) => [one.name, one.tags === undefined ? undefined : (one.tags["team"] ?? null)]));
    expect(listed).toEqual(listed.map(([name]) => [name, tags.get(name)]));
  });
});
