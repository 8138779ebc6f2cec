import { acceptedBy, defaultOf, descriptionOf, type Policy } from "@lambda-vpc/policy-kit";
import { markdownTable } from "./markdown-table";

/** The keys of a policy's configuration as its page shows them. */
export function configurationTable({ config }: Policy): string {
  return markdownTable(
    ["Key", "Meaning", "Accepts", "Default"],
    Object.entries(config).map(([key, field]) => [`\`${key}\``, descriptionOf(field), acceptedBy(field), defaultOf(field)]),
  );
}
