import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { npm } from "./npm";
import type { PublishedManifest } from "./published-manifest";

/** A part of a package or the package itself. */
export interface Component {
  readonly "bom-ref": string;
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly { readonly license?: { readonly id?: string }; readonly expression?: string }[];
}

/** A software bill of materials in CycloneDX's JSON, with the parts that are read here. The rest is kept unchanged. */
export interface BillOfMaterials {
  readonly bomFormat: "CycloneDX";
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

/**
 * What each of the packages brings along where it is installed alone, by npm's own reckoning: what it depends on, at any depth. Peers are not brought,
 * they are the project's own. A pack's bundled libraries are among it, for they are dependencies of what was bundled.
 *
 * @throws Error where the configured registry does not answer.
 */
export async function billsOfMaterials(manifests: readonly PublishedManifest[]): Promise<readonly BillOfMaterials[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "bills-of-materials-"));
  try {
    // As workspaces they find one another before any of them is published.
    const workspaces = manifests.map(({ name }) => name);
    writeManifest(folder, { name: "packages", version: "0.0.0", private: true, workspaces });
    for (const manifest of manifests) writeManifest(path.join(folder, manifest.name), { ...manifest, peerDependencies: {} });
    await npm(folder, "install", "--package-lock-only", "--ignore-scripts", "--prefer-offline");
    const bills: BillOfMaterials[] = [];
    for (const { name, version } of manifests) {
      const flags = ["--package-lock-only", "--omit=dev", "--sbom-format=cyclonedx", "--sbom-type=library"];
      const { stdout } = await npm(folder, "sbom", `--workspace=${name}`, ...flags);
      bills.push(about(`${name}@${version}`, JSON.parse(stdout) as BillOfMaterials));
    }
    return bills;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The bill with the component `ref` as its subject, in place of the project that npm was run in. */
export function about(ref: string, bill: BillOfMaterials): BillOfMaterials {
  const subject = bill.components.find((component) => component["bom-ref"] === ref);
  if (subject === undefined) throw new Error(`npm's bill of materials does not list ${ref}.`);
  const project = bill.metadata.component["bom-ref"];
  return {
    ...bill,
    metadata: { ...bill.metadata, component: subject },
    components: bill.components.filter((component) => component !== subject),
    dependencies: bill.dependencies.filter((dependency) => dependency.ref !== project),
  };
}

function writeManifest(folder: string, manifest: object): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), JSON.stringify(manifest));
}
