import { isPack, type Pack } from "@lambda-vpc/policy-kit";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { packPaths, policyOfPage } from "./pack-files";
import type { PackInFolder } from "./pack-in-folder";

/** The packs under `policies/` as they are built, in the order of their folders. */
export async function loadPacks(repository: string): Promise<readonly PackInFolder[]> {
  const packs = packFolders(repository).map(async (folder) => {
    const module = (await import(join(repository, folder, "dist/index.js"))) as object;
    return packsOf(module).map((pack) => ({ pack, folder, pages: pagesOf(repository, folder, pack) }));
  });
  return (await Promise.all(packs)).flat();
}

/** The folders of packs, such as `policies/eni-consolidation`. */
export function packFolders(repository: string): readonly string[] {
  const names = readdirSync(join(repository, "policies")).sort();
  return names.map((name) => `policies/${name}`).filter((folder) => existsSync(join(repository, folder, "package.json")));
}

/** Pages are next to the policies: in the pack itself, or in the pack that it takes a policy from. */
function pagesOf(repository: string, folder: string, { policies }: Pack): ReadonlyMap<string, string> {
  const pages = [folder, ...packFolders(repository)].flatMap((one) =>
    packPaths(repository, one).map((path) => ({ id: policyOfPage(path), path: `${one}/${path}` })),
  );
  return new Map(
    policies.flatMap(({ id }) => {
      const page = pages.find((one) => one.id === id);
      return page === undefined ? [] : [[id, page.path] as const];
    }),
  );
}

/** What a module exports that is a pack. */
function packsOf(module: object): readonly Pack[] {
  return [...new Set(Object.values(module) as unknown[])].filter(isPack);
}
