import { exampleLibraries } from "./shop-files";

/** What makes example 04 stand alone: in this repository its settings lean on those of all packages. */
export function teamFiles(dependencies: Readonly<Record<string, string>> = exampleLibraries): Readonly<Record<string, string>> {
  return {
    "package.json": JSON.stringify({
      name: "team",
      private: true,
      dependencies,
      // What this repository pins and lets run too: not every registry holds the newest version.
      overrides: { "unrs-resolver": "1.12.2" },
      allowScripts: { node: true },
    }),
    "policy-pack/jest.config.cjs": 'module.exports = { roots: ["<rootDir>/dist"] };',
    "policy-pack/tsconfig.json": JSON.stringify({
      compilerOptions: { strict: true, target: "es2023", module: "nodenext", rootDir: "src", outDir: "dist", skipLibCheck: true },
      include: ["src"],
    }),
  };
}

/** What the team installs to build and test its policy. */
export const teamTools =
  "@lambda-vpc/policy-kit @lambda-vpc/model @lambda-vpc/policy-testing typescript@~5.9.0 @types/node@24 jest@30.5.2 @jest/globals@30.5.2";
