import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { arbitraryRole } from "./arbitrary-role";
import type { RoleDescription } from "./roles-program";
import { judge, judged, type Judgement } from "./judgement";

/*
 * Random roles, judged by the policy before deployment and by simulated AWS in it: the two share no code. A few by default;
 * `ROLES=200 ROLES_SEED=7 npm run e2e -- permissions-property` tries others.
 */

const count = Number(process.env["ROLES"] ?? 30);
const seed = Number(process.env["ROLES_SEED"] ?? 1);

const roles: readonly RoleDescription[] = fc
  .sample(fc.noBias(arbitraryRole), { numRuns: count, seed })
  .map((role, index) => ({ ...role, name: `role${index}` }));

let judgement: Judgement;

beforeAll(async () => {
  judgement = await judge(roles);
}, 600_000);

const outcome = {
  granted: ["comes up"],
  advised: ["advice", "comes up"],
  undecided: ["undecided", "comes up"],
  refused: ["refused", "fails"],
  late: ["late", "fails"],
};

/** A role that is undecided in the end, and certainly refused while its function is created. */
const lateInDoubt = ["late", "undecided", "fails"];

/** A role that loses the permission after AWS has checked it: its functions come up, and their ENIs remain when they are deleted. */
const losing = ["refused", "comes up"];

test("what the policy refuses fails, unless a denial comes only after it, and all else comes up", () => {
  const agreed = (role: RoleDescription): readonly (readonly string[])[] => [
    ...Object.values(outcome),
    lateInDoubt,
    ...(deniesLate(role) ? [losing] : []),
  ];
  const others = roles.filter((role) => !agreed(role).some((one) => one.join() === judged(judgement, role.name).join()));
  expect(others.map((role) => ({ role, judged: judged(judgement, role.name) }))).toEqual([]);
});

describe("among the roles of one run", () => {
  test.each(Object.entries(outcome))("some are %s", (_, seen) => {
    expect(roles.map(({ name }) => judged(judgement, name))).toContainEqual(seen);
  });
});

function deniesLate({ apart = [], order }: RoleDescription): boolean {
  return order === "after" && apart.some((statement) => statement.includes(`Effect: "Deny"`));
}
