import { folderLayers, packageLayers } from "./packages/workspace/lint/layers.mjs";

/** Escapes nothing: folder names hold only letters and dashes. */
const anyOf = (names) => `(?:${names.join("|")})`;

const everyPackage = anyOf(Object.values(packageLayers).map(({ path }) => path));

/** Tests and what only tests import. */
const tests = "\\.test\\.ts$|\\.consumer\\.ts$|/testing/";

/** What one package may import: from other packages only those of `may`, and nothing that `never` matches. */
function packageRules([layer, { path, may, testsMay = [], never, why }]) {
  const allowed = (names) => anyOf(names.map((name) => packageLayers[name].path));
  const between = (name, from, names) => ({
    name: `${layer}-${name}`,
    comment: why,
    severity: "error",
    from: { path, ...from },
    to: { path: everyPackage, pathNot: allowed([layer, ...names]) },
  });
  return [
    between("imports", { pathNot: tests }, may),
    between("tests-import", { path: `${path}.*(?:${tests})` }, ["property-testing", ...may, ...testsMay]),
    ...(never.length === 0
      ? []
      : [
          {
            name: `${layer}-never-imports`,
            comment: why,
            severity: "error",
            from: { path, pathNot: tests },
            to: { path: `node_modules/${anyOf(never)}` },
          },
        ]),
  ];
}

/** What one folder of a package may import: itself, and the folders and root files of `may`. A folder without a layer imports nothing. */
function folderRules([root, folders]) {
  const name = root.split("/").at(-2);
  const parents = Object.keys(folders).flatMap((folder) => (folder.includes("/") ? [folder.slice(0, folder.lastIndexOf("/"))] : []));
  const listed = [...Object.keys(folders).map((folder) => `${folder}/`), ...parents.map((parent) => `${parent}/[^/]+$`)];
  return [
    ...Object.entries(folders).map(([folder, { may, why }]) => ({
      name: `${name}-${folder}`,
      comment: why,
      severity: "error",
      from: { path: `^${root}/${folder}/`, pathNot: tests },
      to: { path: `^${root}/`, pathNot: `^${root}/${anyOf([folder, ...may])}(?:/|\\.ts$)` },
    })),
    {
      name: `${name}-folder-without-layer`,
      comment: "A folder without a layer is outside every rule. List it in layers.mjs with its reason.",
      severity: "error",
      from: { path: `^${root}/[^/]+/`, pathNot: `^${root}/${anyOf(listed)}|${tests}` },
      to: {},
    },
  ];
}

/** The allowed directions between packages and between folders. ARCHITECTURE.md draws the first table. */
export default {
  forbidden: [
    {
      name: "no-cycle",
      comment: "A cycle makes its files one concept. Move what they share down, types too.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "resolves",
      comment: "An import that nothing resolves is outside every rule. Only the benchmarks install AWSGuard.",
      severity: "error",
      from: { pathNot: "^bench/packs/awsguard/" },
      to: { couldNotResolve: true, pathNot: "^\\.{0,2}/?dist/" },
    },
    {
      name: "sources-only",
      comment: "Compiled output hides its source from the layers. Import the package by its name.",
      severity: "error",
      from: { path: "^(packages|policies|tools|e2e|bench|examples)/.*\\.[cm]?ts$" },
      to: { path: "(^|/)dist/", pathNot: "node_modules/(?!@lambda-vpc/)" },
    },
    {
      name: "package-without-layer",
      comment: "A package without a layer is outside every rule. List it in layers.mjs with its reason.",
      severity: "error",
      from: { path: "^(packages|policies|tools|e2e|bench|examples)/", pathNot: everyPackage },
      to: {},
    },
    {
      name: "pure-packages-do-no-io",
      comment: "These packages touch no file and no network. Do I/O at the edge and pass the result in. `serving` is the edge of a pack.",
      severity: "error",
      from: { path: "^(packages/(model|sources|policy-kit)|policies/[^/]+)/", pathNot: `${tests}|^packages/policy-kit/src/serving/` },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "packages-by-name",
      comment: "A relative path into another package bypasses its exports.",
      severity: "error",
      from: { path: "^(packages|policies|tools)/([^/]+)/" },
      to: { path: "^(packages|policies|tools|e2e|bench)/", pathNot: "^$1/$2/", dependencyTypesNot: ["aliased"] },
    },
    {
      name: "tests-are-not-shipped",
      comment: "Shipped code never imports what only tests need.",
      severity: "error",
      from: { path: "^(packages|policies)/", pathNot: `${tests}|^packages/(?:policy|property)-testing/` },
      to: { path: `${tests}` },
    },
    ...Object.entries(packageLayers).flatMap(packageRules),
    ...Object.entries(folderLayers).flatMap(folderRules),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.imports.json" },
    doNotFollow: { path: "node_modules|(^|/)dist/" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "types", "default"] },
    exclude: { path: "\\.d\\.ts$" },
  },
};
