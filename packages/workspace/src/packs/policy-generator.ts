import { formatFiles, type GeneratorCallback, logger, names, type Tree } from "@nx/devkit";
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { policyFiles } from "./policy-files";
import { withPolicy } from "./policy-index";

/** What `nx generate @lambda-vpc/workspace:policy` takes. */
export interface PolicyGeneratorOptions {
  /** Kebab-case; `policy-generator.schema.json` holds it to that. */
  readonly id: string;
  /** The folder of the pack under `policies/`. */
  readonly pack: string;
  /** The folder in the pack's `src` for a policy of a pack that groups its policies; absent: `src` itself. */
  readonly folder?: string;
}

/**
 * Adds a policy to a pack: source, test, page and the entry in the index. All of it passes every check but one: `testPolicy` refuses the
 * table until it has the rows that only the author can write.
 *
 * @throws Error when there is no such pack, or it has a policy of this name.
 */
export default async function generatePolicy(tree: Tree, { id, pack, folder }: PolicyGeneratorOptions): Promise<GeneratorCallback> {
  const sources = `policies/${pack}/src`;
  const index = tree.read(`${sources}/index.ts`, "utf8");
  if (index === null) throw new Error(`policies/${pack} is no pack: the packs are ${tree.children("policies").join(", ")}.`);
  const { propertyName } = names(id);
  const files = policyFiles(id, propertyName);
  const places = [sources, ...tree.children(sources).map((name) => `${sources}/${name}`)];
  const taken = places.flatMap((place) => [...files.keys()].map((name) => `${place}/${name}`)).find((path) => tree.exists(path));
  if (taken !== undefined) throw new Error(`${taken} is there already: choose another id.`);
  const module = folder === undefined ? id : `${folder}/${id}`;
  for (const [name, text] of files) tree.write(`${sources}/${dirname(module)}/${name}`, text);
  tree.write(`${sources}/index.ts`, withPolicy(index, module, propertyName));
  await formatFiles(tree);
  return () => finish(tree.root, `${sources}/${module}`);
}

/** Tables, schema and presets follow from the policy's data; the rest is for its author. */
function finish(root: string, policy: string): void {
  const { status } = spawnSync("npm", ["run", "--silent", "docs"], { cwd: root, stdio: "inherit" });
  if (status !== 0) logger.warn("The generated documents are stale: run `npm run docs` once everything compiles.");
  logger.info(
    `\nNow write\n  ${policy}.ts       the rule\n  ${policy}.test.ts  its table: violating and undecided rows\n  ${policy}.md       its page\n`,
  );
}
