import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Manifest } from "./manifest";
import { publishedPackages, repositoryRoot } from "./workspace-packages";

const published = new Map(publishedPackages().map(({ manifest }) => [manifest.name, manifest]));

/** Every package of the workspace, as the lock file lists them. */
const workspace = Object.keys(
  (JSON.parse(readFileSync(path.join(repositoryRoot, "package-lock.json"), "utf8")) as { readonly packages: object }).packages,
)
  .filter((folder) => folder !== "" && !folder.includes("node_modules"))
  .map((folder) => JSON.parse(readFileSync(path.join(repositoryRoot, folder, "package.json"), "utf8")) as Manifest);

const asked = (manifests: Iterable<Manifest>) =>
  [...manifests].flatMap(({ name, dependencies, devDependencies, peerDependencies }) =>
    Object.entries({ ...dependencies, ...devDependencies, ...peerDependencies })
      .filter(([dependency]) => dependency.startsWith("@lambda-vpc/"))
      .map(([dependency, range]) => ({ name, dependency, range })),
  );

test("published packages ask for one another at exactly the versions of this tree", () =>
  expect(
    asked(published.values()).filter(({ name, dependency, range }) => {
      // Users do not install devDependencies, so one that is not published has no version to ask for.
      const unpublished = published.get(name)?.devDependencies?.[dependency] !== undefined && !published.has(dependency);
      return range !== (unpublished ? "*" : published.get(dependency)?.version);
    }),
  ).toEqual([]));

test("what is not published takes ours at any version, so that a release, which leaves it alone, needs no change of it", () =>
  expect(asked(workspace.filter(({ name }) => !published.has(name))).filter(({ range }) => range !== "*")).toEqual([]));
