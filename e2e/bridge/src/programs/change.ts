import fc from "fast-check";
import type { Declaration } from "./declaration";

/** A resource in the program's two versions; one may be without it. */
export interface Change {
  readonly first?: Declaration;
  readonly second?: Declaration;
}

/** A resource of both versions, mostly the same in both. */
export function kept(first: fc.Arbitrary<Declaration>, second = first): fc.Arbitrary<Change> {
  return fc.oneof(
    { weight: 3, arbitrary: first.map((declaration) => ({ first: declaration, second: declaration })) },
    { weight: 2, arbitrary: fc.record({ first, second }) },
  );
}

/** A resource that the second version adds. */
export function added(second: fc.Arbitrary<Declaration>): fc.Arbitrary<Change> {
  return fc.record({ second });
}

/** A resource that is kept, changed, added or removed. */
export function changing(first: fc.Arbitrary<Declaration>, second = first): fc.Arbitrary<Change> {
  return fc.oneof({ weight: 4, arbitrary: kept(first, second) }, added(second), fc.record({ first }));
}
