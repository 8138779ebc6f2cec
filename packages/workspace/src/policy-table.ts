import { posix } from "node:path";
import { markdownTable } from "./markdown-table";
import type { PackInFolder } from "./pack-in-folder";

/** The policies of a pack with what each wants, for a file in `folder`, from which links to their pages start. */
export function policyTable({ pack, pages }: PackInFolder, folder: string): string {
  const name = (id: string): string => {
    const page = pages.get(id);
    return page === undefined ? `\`${id}\`` : `[\`${id}\`](${posix.relative(folder, page)})`;
  };
  return markdownTable(
    ["policy", "what it wants", "severity", "level"],
    pack.policies.map(({ id, title, severity, level }) => [name(id), title, severity, level]),
  );
}
