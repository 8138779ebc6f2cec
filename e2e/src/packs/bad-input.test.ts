import { describe, expect, test } from "@jest/globals";
import { heldCombinations } from "@lambda-vpc/test-stacks/account";
import { tellCombinations, toldCombinations, withPack } from "@lambda-vpc/test-stacks/packs";
import { printed, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

describe("a mistake in the pack's configuration", () => {
  const mistakes = [
    {
      name: "an unknown key names the nearest right one",
      configuration: { "eni-budget": { maxPerVPC: 10 } },
      says: /Unknown key "maxPerVPC"\. Did you mean "maxPerVpc"\?/,
    },
    {
      name: "a share past 1 says its bounds",
      configuration: { "eni-budget": { warnAt: 2 } },
      says: /warnAt.*(from 0 to 1|less than or equal to 1)/,
    },
    {
      name: "a limit below 1 says its bounds",
      configuration: { "share-security-groups": { maxSetsPerVpc: 0 } },
      says: /maxSetsPerVpc.*(at least 1|greater than or equal to 1)/,
    },
    {
      name: "a number as text says what it takes",
      configuration: { "eni-budget": { maxPerVpc: "ten" } },
      says: /maxPerVpc.*(whole number|Expected: integer)/,
    },
  ];

  test.each(mistakes)("$name, and the preview does not pass", ({ configuration, says }) =>
    withWorkspace(async ({ program }) => {
      const stack = await program("02-one-shared-configuration");
      const result = await stack.pulumi("preview", ...withPack(stack, configuration));
      expect(printed(result)).toMatch(says);
      expect(result.exitCode).not.toBe(0);
    }),
  );
});

describe("an unusual attachment is counted and never crashes the preview", () => {
  const attachments = [
    {
      name: "no groups: the empty set is a set of its own",
      vpcConfig: "{ subnetIds: shared.vpcConfig.subnetIds, securityGroupIds: [] }",
      combinations: "6",
    },
    {
      name: "no subnets: no combination",
      vpcConfig: "{ subnetIds: [], securityGroupIds: shared.vpcConfig.securityGroupIds }",
      combinations: "3",
    },
    {
      name: "duplicate ids: counted once",
      vpcConfig: "{ subnetIds: [subnets[0]!.id, subnets[0]!.id], securityGroupIds: shared.vpcConfig.securityGroupIds }",
      combinations: /^3(?: to \d+)?$/,
    },
  ];

  test.each(attachments)("$name", ({ vpcConfig, combinations }) =>
    withWorkspace(async ({ program }) => {
      const stack = await program("02-one-shared-configuration", (source) =>
        source.replace("vpcConfig: shared.vpcConfig", `vpcConfig: name === "orders" ? ${vpcConfig} : shared.vpcConfig`),
      );
      const result = await stack.pulumi("preview", ...withPack(stack, tellCombinations));
      expect(toldCombinations(result)).toMatch(combinations);
      expect(result.exitCode).toBe(0);
    }),
  );

  test("groups of another VPC: both sets are counted, and the account refuses the function", () =>
    withWorkspace(async ({ program }) => {
      const stack = await program("02-one-shared-configuration", (source) =>
        source
          .replace(
            "const code =",
            `const far = new aws.ec2.SecurityGroup("far", { vpcId: new aws.ec2.Vpc("other", { cidrBlock: "10.1.0.0/16" }).id });\nconst code =`,
          )
          .replace(
            "vpcConfig: shared.vpcConfig",
            `vpcConfig: name === "orders" ? { subnetIds: [subnets[0]!.id], securityGroupIds: [far.id] } : shared.vpcConfig`,
          ),
      );
      const preview = await stack.pulumi("preview", ...withPack(stack, tellCombinations));
      expect(toldCombinations(preview)).toBe("4");
      const up = await stack.pulumi("up --yes --skip-preview");
      expect(printed(up)).toMatch(/orders/);
      expect(up.exitCode).not.toBe(0);
    }));
});

test("a stack without Lambda hears nothing, whatever the configuration", () =>
  withWorkspace(async ({ program }) => {
    const stack = await program("02-one-shared-configuration", (source) => source.slice(0, source.indexOf("for (const name of names)")));
    const result = await stack.pulumi("preview", ...withPack(stack, { "eni-budget": { warnAt: 0 } }));
    expect(printed(result)).not.toMatch(/\[(mandatory|advisory)\]/);
    expect(result.exitCode).toBe(0);
  }));

test("a program that throws ends with its own reason", () =>
  withWorkspace(async ({ program }) => {
    const stack = await program("02-one-shared-configuration", (source) => `${source}\nthrow new Error("the program gave up");\n`);
    const result = await stack.pulumi("preview", ...withPack(stack));
    expect(printed(result)).toMatch("the program gave up");
    expect(result.exitCode).not.toBe(0);
  }));

test("a program that never ends is ended, with the reason", () =>
  withWorkspace(async ({ program, engine }) => {
    const stack = await program("02-one-shared-configuration", (source) => `${source}\nsetInterval(() => {}, 1000);\n`);
    await expect(engine.pulumi(["--non-interactive", "-C", stack.folder, "preview"], { timeoutSeconds: 8 })).rejects.toThrow(/8 s|time/i);
  }));

test("an interrupted up leaves an account that the next run reads", () =>
  withWorkspace(async ({ program, engine }) => {
    const stack = await program("02-one-shared-configuration");
    await engine
      .pulumi(["--non-interactive", "-C", stack.folder, "up", "--yes", "--skip-preview"], { timeoutSeconds: 4 })
      .catch(() => undefined);
    await stack.pulumi("cancel --yes");
    const up = await stack.pulumi("up --yes --skip-preview --refresh=true");
    expect({ exitCode: up.exitCode, output: up.exitCode === 0 ? "" : printed(up) }).toEqual({ exitCode: 0, output: "" });
    expect(await heldCombinations(engine)).toBe(3);
  }));
