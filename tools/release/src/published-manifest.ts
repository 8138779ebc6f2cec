import type { Manifest } from "./manifest";

/** The package.json that users get. */
export type PublishedManifest = Omit<Manifest, "devDependencies" | "files" | "nx" | "private" | "scripts"> & { readonly type: "commonjs" };

/**
 * The package.json that is published: without what only this repository reads, and with our own packages at exactly the versions of this tree, which
 * are the ones that were tested together. `files` has done its work by then: the staged folder holds nothing else.
 */
export function publishedManifest(manifest: Manifest, ours: ReadonlyMap<string, string>): PublishedManifest {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- named to be left out
  const { devDependencies, files, nx, private: _, scripts, dependencies, ...kept } = manifest;
  const exact = Object.entries(dependencies ?? {}).map(([name, version]) => [name, ours.get(name) ?? version] as const);
  return { ...kept, type: "commonjs", ...(exact.length > 0 && { dependencies: Object.fromEntries(exact) }) };
}
