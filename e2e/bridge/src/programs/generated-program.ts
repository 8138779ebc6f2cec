import fc from "fast-check";
import { lambdaFunction } from "./arbitrary-function";
import { network, vpc } from "./arbitrary-network";
import { attachedRole, role, rolePolicyAttachment, spareRole } from "./arbitrary-role";
import { separateRule } from "./arbitrary-separate-rule";
import { type Change, changing } from "./change";
import { programOf } from "./declaration";
import { vpcs } from "./vpc-resources";

/** A program and what becomes of it. */
export interface GeneratedProgram {
  readonly seed: number;
  readonly first: string;
  readonly second: string;
}

/** How many functions a program has at most: enough that one run of the engine shows many attachments. */
const FUNCTIONS = 14;
const SEPARATE_RULES = 8;

const programs: fc.Arbitrary<readonly Change[]> = fc
  .tuple(vpc, ...vpcs.map(network), role, spareRole, attachedRole, rolePolicyAttachment, ...separateRules(), ...functions())
  .map((changes) => changes.flat());

/** The program of this seed: the same seed gives the same program. */
export function generatedProgram(seed: number): GeneratedProgram {
  const [changes = []] = fc.sample(fc.noBias(programs), { seed, numRuns: 1 });
  return {
    seed,
    first: programOf(changes.flatMap(({ first }) => first ?? [])),
    second: programOf(changes.flatMap(({ second }) => second ?? [])),
  };
}

function functions(): readonly fc.Arbitrary<Change>[] {
  const [first, second] = [vpcs.map((vpcResources) => vpcResources.first), vpcs.map((vpcResources) => vpcResources.second)];
  return numbered("f", FUNCTIONS).map((name) => changing(lambdaFunction(name, first), lambdaFunction(name, second)));
}

function separateRules(): readonly fc.Arbitrary<Change>[] {
  return numbered("r", SEPARATE_RULES).flatMap((name, index) => {
    const vpcResources = vpcs[index % vpcs.length];
    return vpcResources === undefined
      ? []
      : [changing(separateRule(name, index, vpcResources.first), separateRule(name, index + SEPARATE_RULES, vpcResources.second))];
  });
}

function numbered(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`);
}
