import fc from "fast-check";
import type { Life, Moment, Place } from "./life";

const start = fc.constantFrom<Place>("a", "a", "b");
const later = fc.constantFrom<Place>("a", "b", "outside", "outside", "gone", "gone");

/** A function that is outside of the VPC stays there until it is removed. */
function following(moments: readonly Moment[]): readonly Moment[] {
  const lives: Moment[] = [];
  for (const moment of moments)
    lives.push(moment.map((place, index) => (lives.at(-1)?.[index] === "outside" && place !== "gone" ? "outside" : place)));
  return lives;
}

/** Programs with up to three functions, which change places in any order before all is destroyed. */
export const arbitraryLife: fc.Arbitrary<Life> = fc.integer({ min: 1, max: 3 }).chain((functions) => {
  const all = { minLength: functions, maxLength: functions };
  return fc.record({
    ownNetwork: fc.boolean(),
    keepsNetwork: fc.boolean(),
    together: fc.boolean(),
    moments: fc
      .tuple(fc.array(start, all), fc.array(fc.array(later, all), { minLength: 1, maxLength: 2 }))
      .map(([first, others]) => following([first, ...others])),
  });
});
