import { describe, expect, test } from "@jest/globals";
import { consolidationPack, withPack } from "@lambda-vpc/test-stacks/packs";
import { lambdaVpc } from "./lambda-vpc-command";
import { printed, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

/** A mistake as new users make it, what a preview does with it, and how `lambda-vpc check-config` explains it. */
interface ConfigurationMistake {
  readonly sentence: string;
  readonly configuration: object;
  /** What the preview prints; `silent`: nothing, and it passes, because the engine asks nobody. */
  readonly preview: "silent" | RegExp;
  /** The policy, the key where there is one, and the fix. */
  readonly check: RegExp;
}

const waiver = { policy: "eni-budget", pattern: "*::main", reason: "later", expires: "2999-12-31" };

const mistakes: readonly ConfigurationMistake[] = [
  {
    sentence: "a policy's name is misspelt, beside its level",
    configuration: { "share-security-group": "mandatory" },
    preview: "silent",
    check: /^share-security-group: Unknown policy\. Did you mean "share-security-groups"\?/,
  },
  {
    sentence: "a policy's name is misspelt, beside its keys",
    configuration: { "eni-budgets": { maxPerVpc: 10 } },
    preview: /invalid enforcement level ""/,
    check: /^eni-budgets: Unknown policy\. Did you mean "eni-budget"\?/,
  },
  {
    sentence: "waivers are disabled together with all that is not named",
    configuration: { all: "disabled", "eni-budget": "mandatory", waivers: { entries: [waiver] } },
    preview: "silent",
    check: /^waivers: Disabled, so its configuration has no effect\. Set "enforcementLevel" to "advisory"\./,
  },
  {
    sentence: "a key is misspelt",
    configuration: { "eni-budget": { maxPerVPC: 10 } },
    preview: /Configuration of eni-budget: Unknown key "maxPerVPC"\. Did you mean "maxPerVpc"\?/,
    check: /^eni-budget: Unknown key "maxPerVPC"\. Did you mean "maxPerVpc"\?/,
  },
  {
    sentence: "the level is given under a name of its own",
    configuration: { "eni-budget": { level: "advisory" } },
    preview: /Configuration of eni-budget: Unknown key "level"/,
    check: /^eni-budget: Unknown key "level"\. .*enforcementLevel/,
  },
  {
    sentence: "a waiver names a policy that is none",
    configuration: { waivers: { entries: [{ ...waiver, policy: "eni-budgets" }] } },
    preview: /The waiver of eni-budgets for \*::main \(later\) names an unknown policy\. Did you mean "eni-budget"\?/,
    check: /^waivers: "entries\[0\]" names the unknown policy "eni-budgets"\. Did you mean "eni-budget"\?/,
  },
  {
    sentence: "a level is misspelt",
    configuration: { "share-security-groups": "mandatroy" },
    preview: /"share-security-groups": "mandatroy" is not a valid enforcement level/,
    check: /^share-security-groups: Unknown level "mandatroy"\. Did you mean "mandatory"\?/,
  },
  {
    sentence: "a number is written as text",
    configuration: { "eni-budget": { maxPerVpc: "ten" } },
    preview: /eni-budget: maxPerVpc: Invalid type\. Expected: integer/,
    check: /^eni-budget: "maxPerVpc" is "ten"\. Expected a whole number, at least 0/,
  },
  {
    sentence: "a share is written as a percentage",
    configuration: { "eni-budget": { warnAt: 80 } },
    preview: /eni-budget: warnAt: Must be less than or equal to 1/,
    check: /^eni-budget: "warnAt" is 80\. Expected a share from 0 to 1, such as 0\.8/,
  },
  {
    sentence: "a waiver's day is written as at home",
    configuration: { waivers: { entries: [{ ...waiver, expires: "31.12.2999" }] } },
    preview: /waivers: entries\.0\.expires: Does not match pattern/,
    check: /^waivers: "entries\[0\]\.expires" is "31\.12\.2999"\. Expected a day such as 2027-03-31/,
  },
];

describe("a mistake in a pack's configuration is explained by check-config, and at preview where the engine lets us:", () => {
  test.each(mistakes)("$sentence", ({ configuration, preview, check }) =>
    withWorkspace(async ({ program }) => {
      const stack = await program("02-one-shared-configuration");
      const previewed = await stack.pulumi("preview", ...withPack(stack, configuration));
      if (preview === "silent") {
        expect(previewed.exitCode).toBe(0);
        expect(printed(previewed)).toMatch(/✅ lambda-vpc-eni-consolidation/);
      } else expect(printed(previewed)).toMatch(preview);

      const checked = lambdaVpc(stack.folder, "check-config", "policy-configuration.json", "--pack", consolidationPack);
      expect(checked.stdout).toMatch(check);
      expect(checked.exitCode).toBe(1);
      expect(checked.stderr).toMatch(/1 mistake for/);
    }),
  );
});
