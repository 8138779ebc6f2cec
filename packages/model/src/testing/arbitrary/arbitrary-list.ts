import fc from "fast-check";
import type { Key } from "../../facts/key";
import { knownList, type PartialList } from "../../facts/partial-list";

/** Lists over `keys` of every kind that a preview shows, short enough to enumerate: known, with holes, unknown as a whole, opaque. */
export function arbitraryList(keys: readonly Key[]): fc.Arbitrary<PartialList> {
  return fc.oneof(
    { weight: 6, arbitrary: arbitraryKnownList(keys) },
    { weight: 4, arbitrary: closedList(keys) },
    { weight: 1, arbitrary: listWithAnyHoles(keys) },
    { weight: 2, arbitrary: unknownList(keys) },
    { weight: 3, arbitrary: listOfComponent(keys) },
  );
}

/** Lists without unknowns; few are empty, and some name a key twice. */
export function arbitraryKnownList(keys: readonly Key[]): fc.Arbitrary<PartialList> {
  const some = fc.array(fc.constantFrom(...keys), { minLength: 1, maxLength: 3 });
  return fc.oneof({ weight: 9, arbitrary: some }, { weight: 1, arbitrary: fc.constant([]) }).map(knownList);
}

/** Mostly at most as many holes as candidates: assumption S bounds what the list names, and where they are as many, it is exact. */
function closedList(keys: readonly Key[]): fc.Arbitrary<PartialList> {
  return fc.shuffledSubarray([...keys], { minLength: 1 }).chain((candidates) =>
    fc.record({
      known: fc.array(fc.constantFrom(...keys), { maxLength: 1 }),
      holes: fc.integer({ min: 1, max: candidates.length }),
      candidates: fc.constant(candidates),
    }),
  );
}

/** Any number of holes over any candidates, none and those that are known among them. */
function listWithAnyHoles(keys: readonly Key[]): fc.Arbitrary<PartialList> {
  const known = fc.array(fc.constantFrom(...keys), { maxLength: 3 });
  return fc
    .tuple(known, fc.integer({ min: 1, max: 3 }), anyCandidates(keys), foreign)
    .map(([some, holes, candidates, opacity]) => ({ known: some, holes, candidates, ...opacity }));
}

function unknownList(keys: readonly Key[]): fc.Arbitrary<PartialList> {
  return fc.tuple(anyCandidates(keys), fc.nat({ max: 4 }), foreign).map(([candidates, usual, opacity]) => {
    const some = candidates.slice(0, usual);
    return { known: [], holes: "unknown" as const, candidates, ...opacity, ...(some.length === 0 ? {} : { usual: some }) };
  });
}

/** One of several lists that a component hands out: as a whole, or some of its elements, one of them known perhaps. The lists may overlap. */
function listOfComponent(keys: readonly Key[]): fc.Arbitrary<PartialList> {
  const lists = fc.array(fc.shuffledSubarray([...keys], { minLength: 1 }), { minLength: 1, maxLength: 3 });
  return fc
    .record({
      lists,
      holes: fc.oneof(fc.constant("unknown" as const), fc.integer({ min: 1, max: 2 })),
      known: fc.array(fc.constantFrom(...keys), { maxLength: 1 }),
      usual: fc.boolean(),
    })
    .map(({ lists: oneOf, holes, known, usual: hasUsual }) => {
      const usual = hasUsual ? oneOf[0] : undefined;
      const candidates = [...new Set(oneOf.flat())];
      return { known: holes === "unknown" ? [] : known, holes, candidates, oneOf, ...(usual === undefined ? {} : { usual }) };
    });
}

function anyCandidates(keys: readonly Key[]): fc.Arbitrary<Key[]> {
  return fc.array(fc.constantFrom(...keys), { maxLength: 4 });
}

/** Whether something foreign feeds the list too: then only the limits of the API bound it. */
const foreign: fc.Arbitrary<Pick<PartialList, "opaque">> = fc.oneof(
  { weight: 7, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ opaque: "foreign-dependency" as const }) },
);
