import { expect, test } from "@jest/globals";
import { entryFiles } from "./entry-files";
import type { Manifest } from "./manifest";
import { moduleReach } from "./module-reach";
import { packageFaults } from "./package-faults";

const manifest: Manifest = {
  name: "@house/door",
  version: "1.0.0",
  main: "dist/index.js",
  types: "dist/index.d.ts",
  dependencies: { "@house/hinge": "1.0.0", lock: "2.0.0" },
  peerDependencies: { wall: "^3.0.0" },
  devDependencies: { "@house/drill": "1.0.0" },
};

const files = {
  "dist/index.js": 'require("node:fs"); require("./handle"); require("@house/hinge/oil"); require("lock");',
  "dist/handle.js": 'exports.wall = () => import("wall");',
  "dist/index.d.ts": 'export { Handle } from "./handle";',
  "dist/handle.d.ts": 'export type Handle = import("wall").Brick;',
  "README.md": "[the page](src/page.md#top), [elsewhere](https://example.com/), [the hinge](../hinge/README.md)",
  "src/page.md": "",
};

const ours = new Map([
  ["@house/door", "1.0.0"],
  ["@house/hinge", "1.0.0"],
]);

interface Change {
  readonly manifest?: Partial<Manifest>;
  readonly files?: Readonly<Record<string, string | undefined>>;
}

function faults(change: Change): readonly string[] {
  const changed = { ...manifest, ...change.manifest };
  const entries = Object.entries({ ...files, ...change.files }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const published = new Map(entries);
  return packageFaults({ manifest: changed, files: published, reach: moduleReach(entryFiles(changed), published) }, ours);
}

test("a package that stands alone has no fault", () => expect(faults({})).toEqual([]));

test.each<[string, Change, string]>([
  ["an entry that is left out", { files: { "dist/index.d.ts": undefined } }, "package.json names dist/index.d.ts, which is not published."],
  ["a module that is left out", { files: { "dist/handle.js": undefined } }, "dist/index.js imports ./handle, which is not published."],
  ["types that are left out", { files: { "dist/handle.d.ts": undefined } }, "dist/index.d.ts imports ./handle, which is not published."],
  [
    "an import that only this repository has",
    { files: { "dist/handle.js": 'require("@house/drill")' } },
    "dist/handle.js imports @house/drill, which is there for development only.",
  ],
  [
    "an import that nobody declares",
    { files: { "dist/handle.js": 'require("wall"); require("paint/red")' } },
    "dist/handle.js imports paint, which package.json does not declare.",
  ],
  [
    "types of a package that nobody declares",
    { files: { "dist/handle.d.ts": 'declare module "wall" {}\nexport type Handle = import("paint").Red;' } },
    "dist/handle.d.ts imports paint, which package.json does not declare.",
  ],
  [
    "a dependency that is not published",
    { manifest: { dependencies: { ...manifest.dependencies, "@house/cellar": "1.0.0" } } },
    "it depends on @house/cellar, which stays in this repository.",
  ],
  ["a page that is left out", { files: { "src/page.md": undefined } }, "README.md links to src/page.md, which is not published."],
  [
    "a link to a package that it does not depend on",
    { files: { "README.md": "[the roof](../roof/README.md)" } },
    "README.md links to ../roof/README.md, which is not published.",
  ],
])("%s is told in one sentence with the fix", (_, change, sentence) => {
  expect(faults(change)).toEqual([expect.stringMatching(/^@house\/door: .*\. [A-Z][^.]*\.$/)]);
  expect(faults(change)[0]).toContain(sentence);
});

test("modules that no entry reaches are no part of it", () => {
  const published = new Map(Object.entries({ ...files, "dist/handle.test.js": 'require("./handle")' }));
  expect([...moduleReach(entryFiles(manifest), published).files].sort()).toEqual([
    "dist/handle.d.ts",
    "dist/handle.js",
    "dist/index.d.ts",
    "dist/index.js",
  ]);
});
