const path = require("node:path");

/**
 * The one jest configuration. Tests run against TypeScript sources, so a test never sees a stale build;
 * types are checked by the `typecheck` target. Each project leaves its counts in `.test-results`, where `npm test` sums them.
 */
module.exports = function preset(projectRoot, overrides = {}) {
  const root = __dirname;
  const project = path.relative(root, projectRoot).replaceAll(path.sep, "/");
  return {
    displayName: project,
    rootDir: projectRoot,
    roots: ["<rootDir>/src"],
    testEnvironment: "node",
    setupFiles: [path.join(root, "tools/verify/property-seed.cjs")],
    testMatch: ["**/*.test.ts"],
    transform: { "^.+\\.ts$": ["ts-jest", { tsconfig: path.join(root, "tsconfig.jest.json") }] },
    moduleNameMapper: {
      "^@lambda-vpc/([^/]+)/testing$": path.join(root, "packages/$1/src/testing/index.ts"),
      "^@lambda-vpc/([^/]+)/matchers$": path.join(root, "packages/$1/src/matchers.ts"),
      "^@lambda-vpc/reports/page/(.*)$": path.join(root, "packages/reports/src/page/$1.ts"),
      "^@lambda-vpc/policy-kit/supported-node$": path.join(root, "packages/policy-kit/src/supported-node.ts"),
      // The second is how nodenext has the engine itself write it.
      "^(?:@lambda-vpc/engine/from-source|\\.\\./from-source/index\\.js)$": path.join(root, "tools/engine/src/from-source/index.ts"),
      "^@lambda-vpc/test-stacks/fixtures/(.*)$": path.join(root, "e2e/test-stacks/fixtures/$1"),
      "^@lambda-vpc/test-stacks/(.*)$": path.join(root, "e2e/test-stacks/src/$1.ts"),
      "^@lambda-vpc/([^/]+)$": [
        path.join(root, "packages/$1/src/index.ts"),
        path.join(root, "policies/$1/src/index.ts"),
        path.join(root, "tools/$1/src/index.ts"),
      ],
    },
    reporters: ["default", [path.join(root, "tools/verify/count-reporter.cjs"), { project }]],
    ...overrides,
  };
};
