import js from "@eslint/js";
import nx from "@nx/eslint-plugin";
import tseslint from "typescript-eslint";
import noPlannedOutputs from "./packages/workspace/lint/no-planned-outputs.cjs";
import noUncountedCondition from "./packages/workspace/lint/no-uncounted-condition.cjs";

/** The rules of this repository. */
const ours = { rules: { "no-planned-outputs": noPlannedOutputs, "no-uncounted-condition": noUncountedCondition } };

/**
 * The layers of the house, as nx tags. `may` is what a layer may import of ours, `testsMay` what its test files may besides, `bans` what it must
 * never import from outside, `why` the reason.
 * ARCHITECTURE.md draws the same table.
 */
const layers = {
  "property-testing": { may: [], bans: ["@pulumi/*"], why: "the tests of every layer import it, so it knows none of them" },
  model: { may: [], bans: ["@pulumi/*", "@lambda-vpc/*"], why: "the vocabulary is pure: whoever reads it needs no Pulumi" },
  sources: { may: ["model"], bans: ["@pulumi/*"], why: "a source turns plain records into facts and knows nothing of who uses them" },
  "policy-kit": {
    may: ["model", "sources"],
    bans: ["@pulumi/aws"],
    why: "packs boot without @pulumi/aws: it costs seconds and hundreds of megabytes",
  },
  "policy-testing": {
    may: ["model", "sources", "policy-kit"],
    bans: ["@pulumi/aws"],
    why: "it shows policies what a preview shows them; it runs in test files and is imported by nothing that ships",
  },
  policies: {
    may: ["model", "policy-kit"],
    testsMay: ["policy-testing"],
    bans: ["@pulumi/*"],
    why: "a policy is data and one pure function; the kit alone talks to the SDK",
  },
  components: { may: ["model"], bans: ["@pulumi/policy"], why: "components build networks; they do not judge them" },
  "simulated-aws": { may: [], bans: ["@pulumi/aws", "@pulumi/policy"], why: "the simulation must be able to contradict the model" },
  tools: { may: [], bans: ["@pulumi/*"], why: "what runs the engine must run before anything of ours is built into it" },
  cli: {
    may: ["model", "sources", "policy-kit", "policies", "components"],
    bans: ["@pulumi/*"],
    why: "a command reads arguments and files and calls the rest; it has no logic and starts no pack of its own",
  },
  workspace: { may: ["policy-kit", "policies"], bans: ["@pulumi/*"], why: "it describes policies from their data and runs none" },
  example: {
    may: ["components", "policies", "policy-kit", "policy-testing", "model"],
    bans: [],
    why: "examples are written as users write them",
  },
  bench: { may: ["policy-kit", "policies", "tools"], bans: [], why: "benchmarks measure what users run" },
  e2e: {
    may: ["model", "sources", "policy-kit", "policies", "components", "simulated-aws", "tools", "workspace", "example"],
    bans: [],
    why: "end-to-end tests see everything",
  },
};

/** The boundary rule for shipped code, or for the test files that lie beside it. */
const boundaries = (forTests) => {
  const depConstraints = Object.entries(layers).map(([layer, { may, testsMay = [], bans }]) => ({
    sourceTag: `layer:${layer}`,
    onlyDependOnLibsWithTags: [layer, ...may, ...(forTests ? [...testsMay, "property-testing"] : [])].map((name) => `layer:${name}`),
    bannedExternalImports: bans,
  }));
  return ["error", { allow: [], depConstraints, enforceBuildableLibDependency: false }];
};

/** What one layer may not touch although it is no package: the outside world. */
const outsideWorld = (why) => ({
  "no-restricted-imports": [
    "error",
    { patterns: [{ group: ["node:*", "fs", "path", "os", "child_process", "net", "http", "https"], message: why }] },
  ],
  "no-restricted-globals": ["error", ...["process", "fetch", "setTimeout", "setInterval"].map((name) => ({ name, message: why }))],
  "no-restricted-properties": [
    "error",
    { object: "Math", property: "random", message: why },
    { object: "Date", property: "now", message: why },
  ],
  "no-restricted-syntax": ["error", { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: why }],
});

export default tseslint.config(
  { ignores: ["**/dist/**", "**/node_modules/**", ".nx/**", ".state/**"] },
  js.configs.recommended,
  tseslint.configs.strict,
  {
    files: ["**/*.ts"],
    plugins: { "@nx": nx },
    rules: {
      "@nx/enforce-module-boundaries": boundaries(false),
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-extraneous-class": "off",
      "max-lines": ["error", { max: 300 }],
      eqeqeq: "error",
    },
  },
  {
    files: ["**/*.test.ts"],
    plugins: { "@lambda-vpc": ours },
    rules: { "@nx/enforce-module-boundaries": boundaries(true) },
  },
  {
    files: ["**/*.cjs", "**/*.js"],
    languageOptions: {
      sourceType: "commonjs",
      globals: { module: "writable", require: "readonly", __dirname: "readonly", process: "readonly", console: "readonly" },
    },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  {
    files: ["packages/model/src/**/*.ts", "packages/sources/src/**/*.ts"],
    rules: outsideWorld("This layer is pure: values in, values out. Do I/O at the edge and pass the result in."),
  },
  {
    files: ["packages/policy-kit/src/**/*.ts", "policies/*/src/**/*.ts"],
    rules: outsideWorld("Packs touch no file, no network, no clock: what they must know beyond the stack is in their configuration."),
  },
  {
    // Whoever remediates a resource is shown its inputs under the name of `props`.
    files: ["packages/policy-kit/src/**/*.ts", "policies/*/src/**/*.ts"],
    ignores: ["**/*.test.ts", "**/testing/**", "packages/policy-kit/src/policy/remediate-resource.ts"],
    plugins: { "@lambda-vpc": ours },
    rules: { "@lambda-vpc/no-planned-outputs": "error" },
  },
  {
    files: ["policies/*/src/**/*.ts"],
    ignores: ["**/*.test.ts", "**/testing/**"],
    rules: { "@lambda-vpc/no-planned-outputs": ["error", { besides: ["vpcConfig", "vpcEgressConfiguration"] }] },
  },
);
