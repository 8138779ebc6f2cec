import { acceptedBy, descriptionOf, type PackSetting } from "@lambda-vpc/policy-kit";
import { markdownTable } from "./markdown-table";

/** What all policies of a pack listen to, key by key: `waivers.entries`. */
export function settingsTable(settings: readonly PackSetting[]): string {
  return markdownTable(
    ["Setting", "Meaning", "Accepts"],
    settings.flatMap(({ id, config }) =>
      Object.entries(config).map(([key, field]) => [`\`${id}.${key}\``, descriptionOf(field), acceptedBy(field)]),
    ),
  );
}
