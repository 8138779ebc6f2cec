import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A file of a build, by its path inside the module. */
export interface BuildSource {
  readonly name: string;
  readonly content: string;
}

/**
 * Names a build by its inputs. Laws: the same sources on the same platform give the same key in every clone, whatever their
 * order; another byte or another platform gives another key.
 */
export function buildKey(sources: readonly BuildSource[], platform: string): string {
  const hash = createHash("sha256").update(platform);
  const sorted = [...sources].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, content } of sorted) hash.update(`\0${name}\0${content.length}\0${content}`);
  return hash.digest("hex").slice(0, 16);
}

/** The sources of the Go module at `folder`: what pins the dependencies and what is compiled; tests are not. */
export function buildSources(folder: string): BuildSource[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /(\.go|^go\.(mod|sum))$/.test(name) && !name.endsWith("_test.go"))
    .map((name) => ({ name: name.split(path.sep).join("/"), content: readFileSync(path.join(folder, name), "utf8") }));
}
