import { describe, expect, test } from "@jest/globals";
import { checkLaw } from "@lambda-vpc/property-testing";
import fc from "fast-check";
import { DELETE_INTERFACE, INTERFACE_ACTIONS, permission, type Caller, REQUIRED_INTERFACE_ACTIONS } from "./interface-permissions";
import type { PolicyStatement } from "../facts/policy-statement";
import type { RolePolicy } from "../facts/role";

const CREATE = "ec2:CreateNetworkInterface";
const allow = (...only: readonly string[]): PolicyStatement => ({ effect: "Allow", actions: { only } });
const deny = (...only: readonly string[]): PolicyStatement => ({ effect: "Deny", actions: { only } });
const policy = (...statements: readonly PolicyStatement[]): RolePolicy => ({ statements });
const code: Caller = { functionName: "orders" };
const advised = (...functionCode: readonly string[]): PolicyStatement => ({ ...deny("ec2:*"), functionCode });

function verdict(caller: Caller, ...policies: readonly RolePolicy[]): string {
  return permission(CREATE, { policies }, caller).verdict;
}

test("deleting interfaces is one of the actions that Lambda needs", () => {
  expect(REQUIRED_INTERFACE_ACTIONS).toContain(DELETE_INTERFACE);
});

test("AWS needs some of the actions that it asks for", () => {
  expect(INTERFACE_ACTIONS).toEqual(expect.arrayContaining([...REQUIRED_INTERFACE_ACTIONS]));
  expect(INTERFACE_ACTIONS.length).toBeGreaterThan(REQUIRED_INTERFACE_ACTIONS.length);
});

describe("a statement about some resources", () => {
  const someResources = true as const;
  const onSome = (statement: PolicyStatement): PolicyStatement => ({ ...statement, someResources });
  const of = (action: string, ...statements: readonly PolicyStatement[]) =>
    permission(action, { policies: [policy(...statements)] }, "lambda");

  test.each(["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"])("never concerns %s, which is called on all resources", (action) => {
    expect(of(action, onSome(allow("ec2:*"))).verdict).toBe("refused");
    expect(of(action, allow("ec2:*"), onSome(deny("ec2:*"))).verdict).toBe("granted");
  });

  test.each(INTERFACE_ACTIONS.filter((action) => !action.includes("Describe")))("may concern %s", (action) => {
    expect(of(action, onSome(allow("ec2:*")))).toEqual({ verdict: "unknown", causes: ["permission-limited"] });
    expect(of(action, allow("ec2:*"), onSome(deny("ec2:*")))).toEqual({ verdict: "unknown", causes: ["permission-limited"] });
  });

  test("gives its other cause first", () => {
    expect(of(CREATE, onSome({ ...allow("ec2:*"), uncertainty: "policy-unknown" })).causes).toEqual(["policy-unknown"]);
  });
});

describe("what the Lambda service may do with a role", () => {
  test.each([
    ["the action itself", [allow(CREATE)], "granted"],
    ["the action in other letters", [allow("EC2:createnetworkinterface")], "granted"],
    ["all actions of the service", [allow("ec2:*")], "granted"],
    ["everything", [allow("*")], "granted"],
    ["a pattern with one character left open", [allow("ec2:CreateNetwork?nterface")], "granted"],
    ["the action among others", [allow("ec2:RunInstances", CREATE)], "granted"],
    ["another action alone", [allow("ec2:DeleteNetworkInterface")], "refused"],
    ["a pattern that only begins alike", [allow("ec2:CreateNetworkInterfacePermission*")], "refused"],
    ["all but other services", [{ effect: "Allow", actions: { allBut: ["iam:*"] } }], "granted"],
    ["all but this service", [{ effect: "Allow", actions: { allBut: ["ec2:*"] } }], "refused"],
    ["nothing", [], "refused"],
    ["a grant and a denial", [allow("ec2:*"), deny(CREATE)], "refused"],
    ["a grant and a denial of something else", [allow("ec2:*"), deny("ec2:RunInstances")], "granted"],
    ["a grant, and the denial to function code that AWS advises", [allow("ec2:*"), advised("*")], "granted"],
    ["a grant to function code alone", [{ ...allow("ec2:*"), functionCode: ["*"] }], "refused"],
    ["a grant that holds only sometimes", [{ ...allow("ec2:*"), uncertainty: "permission-limited" }], "unknown"],
    ["a grant, and one that holds only sometimes", [allow(CREATE), { ...allow("*"), uncertainty: "permission-limited" }], "granted"],
    ["a grant, and a denial that holds only sometimes", [allow(CREATE), { ...deny("*"), uncertainty: "permission-limited" }], "unknown"],
  ] as const satisfies readonly (readonly [string, readonly PolicyStatement[], string])[])(
    "%s: %s is %s",
    (_name, statements, expected) => {
      expect(verdict("lambda", policy(...statements))).toBe(expected);
    },
  );

  test("what does not show of a policy may grant more, and never takes a grant away", () => {
    const hidden: RolePolicy = { ...policy(), uncertainty: "policy-unknown" };
    expect(permission(CREATE, { policies: [hidden] }, "lambda")).toEqual({ verdict: "unknown", causes: ["policy-unknown"] });
    expect(verdict("lambda", hidden, policy(allow(CREATE)))).toBe("granted");
    expect(verdict("lambda", hidden, policy(deny(CREATE)))).toBe("refused");
  });

  test("a boundary must allow it too, and grants nothing by itself", () => {
    const within = (boundary: RolePolicy, ...policies: readonly RolePolicy[]) =>
      permission(CREATE, { policies, boundary }, "lambda").verdict;
    expect(within(policy(allow("*")), policy(allow(CREATE)))).toBe("granted");
    expect(within(policy(allow("s3:*")), policy(allow(CREATE)))).toBe("refused");
    expect(within(policy(allow("*")), policy())).toBe("refused");
    expect(within({ ...policy(), uncertainty: "policy-elsewhere" }, policy(allow(CREATE)))).toBe("unknown");
    expect(within({ ...policy(), uncertainty: "policy-elsewhere" }, policy())).toBe("refused");
  });

  test("that is certain has no causes of uncertainty", () => {
    const all = [[policy(allow(CREATE))], [policy()], [policy(allow(CREATE), deny("*"))]];
    expect(all.map((policies) => permission(CREATE, { policies }, "lambda"))).toEqual([
      { verdict: "granted", causes: [] },
      { verdict: "refused", causes: [] },
      { verdict: "refused", causes: [] },
    ]);
  });

  test("that is unknown has the causes of grants and boundary, each once and in order", () => {
    const limited = policy({ ...allow(CREATE), uncertainty: "permission-limited" });
    const unknown: RolePolicy = { ...policy(), uncertainty: "policy-unknown" };
    const boundary: RolePolicy = { ...policy(), uncertainty: "policy-elsewhere" };
    expect(permission(CREATE, { policies: [unknown, unknown, limited], boundary }, "lambda")).toEqual({
      verdict: "unknown",
      causes: ["permission-limited", "policy-elsewhere", "policy-unknown"],
    });
  });
});

describe("what the code of a function may do with its role", () => {
  const arn = "arn:aws:lambda:eu-west-1:123456789012:function";

  test.each([
    ["no denial", [], "granted"],
    ["its own ARN", [`${arn}:orders`], "refused"],
    ["its own ARN with a pattern for versions", [`${arn}:orders:*`], "refused"],
    ["a pattern of its name", ["arn:aws:lambda:*:*:function:ord*"], "refused"],
    ["every function", ["arn:aws:lambda:*:*:function:*"], "refused"],
    ["whatever calls", ["*"], "refused"],
    ["every ARN of the service", ["arn:aws:lambda:*"], "refused"],
    ["another function", [`${arn}:users`], "granted"],
    ["versions of a function whose name is the beginning of its own", [`${arn}:ord:*`], "granted"],
    ["a text that is no ARN", ["users"], "granted"],
    ["another function beside its own", [`${arn}:users`, `${arn}:orders`], "refused"],
  ])("with a denial to the code of %s (%j): %s", (_name, arns, expected) => {
    expect(verdict(code, policy(allow("ec2:*"), ...(arns.length === 0 ? [] : [advised(...arns)])))).toBe(expected);
  });

  test("is unknown where a denial names functions and the function's name does not show", () => {
    const statements = [allow("ec2:*"), advised(`${arn}:users`)];
    expect(permission(CREATE, { policies: [policy(...statements)] }, { functionName: undefined })).toEqual({
      verdict: "unknown",
      causes: ["permission-limited"],
    });
  });

  test.each([
    ["every function", [`${arn}:*`], "refused"],
    ["every version of every function", [`${arn}:*:*`], "refused"],
    ["another function and every function", [`${arn}:users`, `${arn}:*`], "refused"],
    ["functions whose names begin alike", [`${arn}:ord*`], "unknown"],
    ["functions whose names end alike", [`${arn}:*orders`], "unknown"],
  ])("with a denial to %s (%j), where its name does not show: %s", (_name, arns, expected) => {
    expect(verdict({ functionName: undefined }, policy(allow("ec2:*"), advised(...arns)))).toBe(expected);
  });

  test("is unknown where a policy does not show: there the denial would be", () => {
    expect(verdict(code, policy(allow("ec2:*")), { ...policy(), uncertainty: "policy-unknown" })).toBe("unknown");
  });
});

describe("laws", () => {
  const patterns = fc.constantFrom("*", "*", "ec2:*", "ec2:*", "ec2:*", "ec2:*", "ec2:Create*", "s3:*", ...INTERFACE_ACTIONS);
  const effects = fc.constantFrom("Allow" as const, "Deny" as const);
  const statements: fc.Arbitrary<PolicyStatement> = fc
    .record({
      effect: effects,
      actions: fc.array(patterns, { minLength: 1, maxLength: 3 }).chain((some) => fc.constantFrom({ only: some }, { allBut: some })),
      functionCode: fc.option(fc.constantFrom(["*"], ["arn:aws:lambda:eu-west-1:123456789012:function:users"]), {
        nil: undefined,
        freq: 2,
      }),
      uncertainty: fc.constantFrom(undefined, undefined, undefined, "permission-limited" as const),
      someResources: fc.constantFrom(undefined, undefined, undefined, true as const),
    })
    .map(({ functionCode, uncertainty, someResources, ...others }) => ({
      ...others,
      ...(someResources === undefined ? {} : { someResources }),
      ...(functionCode === undefined ? {} : { functionCode }),
      ...(uncertainty === undefined ? {} : { uncertainty }),
    }));
  /** Half of them grant everything, so that there is something to take away. */
  const some = fc.array(
    fc.array(statements, { maxLength: 3 }).map((all) => policy(...all)),
    { maxLength: 3 },
  );
  const policies = fc.oneof(
    some,
    fc.array(statements, { maxLength: 1 }).map((all) => [policy(allow("ec2:*")), policy(...all)]),
  );
  const callers = fc.constantFrom<Caller>("lambda", code, { functionName: undefined });
  const rank = (caller: Caller, all: readonly RolePolicy[]) => ["refused", "unknown", "granted"].indexOf(verdict(caller, ...all));

  test("the order of policies never matters, nor which policy a statement is in", () => {
    checkLaw({ "several statements": 20, "not everything is refused": 10 }, [callers, policies], (caller, all, met) => {
      met("several statements", all.flatMap((one) => one.statements).length > 1);
      met("not everything is refused", rank(caller, all) > 0);
      expect(rank(caller, all.toReversed())).toBe(rank(caller, all));
      expect(rank(caller, [policy(...all.flatMap((one) => one.statements).reverse())])).toBe(rank(caller, all));
    });
  });

  test("an additional statement that allows never removes a permission, one that denies never adds one", () => {
    checkLaw(
      { "one more allows": 30, "one more denies": 30, "it gives": 5, "it takes away": 5 },
      [
        callers,
        policies,
        fc.oneof(
          statements,
          effects.map((effect) => ({ effect, actions: { only: ["ec2:*"] } })),
        ),
      ],
      (caller, all, more, met) => {
        const [before, after] = [rank(caller, all), rank(caller, [...all, policy(more)])];
        met("it gives", after > before);
        met("it takes away", after < before);
        if (met("one more allows", more.effect === "Allow")) expect(after).toBeGreaterThanOrEqual(before);
        if (met("one more denies", more.effect === "Deny")) expect(after).toBeLessThanOrEqual(before);
      },
      { numRuns: 300 },
    );
  });
});
