import type { PolicyData } from "@lambda-vpc/policy-kit";
import { posix } from "node:path";
import { markdownTable } from "./markdown-table";
import type { PackInFolder } from "../packs/pack-in-folder";

/** The policies of a pack with their rules, for the README in the pack's folder. */
export function policyTable(place: PackInFolder): string {
  return markdownTable(
    ["Policy", "Rule", "Severity", "Level", "Refused before creation"],
    place.pack.policies.map((policy) => [
      linkTo(policy, place),
      policy.title,
      policy.severity,
      policy.level,
      policy.monotone === undefined ? "no" : "yes",
    ]),
  );
}

/** Links to the pages of a pack's policies, for the README in the pack's folder. */
export function policyLinks(place: PackInFolder): string {
  return place.pack.policies.map((policy) => `- ${linkTo(policy, place)}`).join("\n");
}

function linkTo({ id, deprecated }: PolicyData, { folder, pages }: PackInFolder): string {
  const page = pages.get(id);
  const name = page === undefined ? `\`${id}\`` : `[\`${id}\`](${posix.relative(folder, page)})`;
  return deprecated ? `${name}, deprecated` : name;
}
