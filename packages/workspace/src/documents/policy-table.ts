import type { PolicyData } from "@lambda-vpc/policy-kit";
import { posix } from "node:path";
import { markdownTable } from "./markdown-table";
import type { PackInFolder } from "../packs/pack-in-folder";

/** The policies of packs, each once, with what they want; for a file in `folder`, from which links to the pages start. */
export function policyTable(packs: readonly PackInFolder[], folder: string): string {
  const pages = new Map(packs.flatMap((one) => [...one.pages]));
  const policies = new Map(packs.flatMap(({ pack }) => pack.policies.map((policy) => [policy.id, policy] as const)));
  return markdownTable(
    ["policy", "what it wants", "severity", "level"],
    [...policies.values()].map((policy) => row(policy, pages.get(policy.id), folder)),
  );
}

function row({ id, title, severity, level, deprecated }: PolicyData, page: string | undefined, folder: string): readonly string[] {
  const name = page === undefined ? `\`${id}\`` : `[\`${id}\`](${posix.relative(folder, page)})`;
  return [deprecated ? `${name}, deprecated` : name, title, severity, level];
}
