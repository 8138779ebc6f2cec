import js from "@eslint/js";
import tseslint from "typescript-eslint";
import noPlannedOutputs from "./packages/workspace/lint/no-planned-outputs.cjs";
import noUncountedCondition from "./packages/workspace/lint/no-uncounted-condition.cjs";

/** The rules of this repository. */
const ours = { rules: { "no-planned-outputs": noPlannedOutputs, "no-uncounted-condition": noUncountedCondition } };

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
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-extraneous-class": "off",
      "max-lines": ["error", { max: 300 }],
      eqeqeq: "error",
    },
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
    // The process of a pack starts and ends here: its version, environment, clock and exceptions.
    files: ["packages/policy-kit/src/serve.ts", "packages/policy-kit/src/serve.test.ts", "packages/policy-kit/src/serving/*.ts"],
    rules: { "no-restricted-imports": "off", "no-restricted-globals": "off", "no-restricted-syntax": "off" },
  },
  {
    // Tests compare packs with the files that are published with them.
    files: ["policies/*/src/**/*.test.ts"],
    rules: { "no-restricted-imports": "off" },
  },
  {
    // A remediation gets the inputs of a resource as `props`.
    files: ["packages/policy-kit/src/**/*.ts", "policies/*/src/**/*.ts"],
    ignores: ["**/*.test.ts", "**/testing/**", "packages/policy-kit/src/policy/remediate-resource.ts"],
    plugins: { "@lambda-vpc": ours },
    rules: { "@lambda-vpc/no-planned-outputs": "error" },
  },
  {
    files: ["**/*.test.ts"],
    plugins: { "@lambda-vpc": ours },
    rules: { "@lambda-vpc/no-uncounted-condition": "error" },
  },
  {
    files: ["policies/*/src/**/*.ts"],
    ignores: ["**/*.test.ts", "**/testing/**"],
    rules: { "@lambda-vpc/no-planned-outputs": ["error", { besides: ["vpcConfig", "vpcEgressConfiguration"] }] },
  },
);
