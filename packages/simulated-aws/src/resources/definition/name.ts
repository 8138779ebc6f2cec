import { createHash } from "node:crypto";
import type { Account } from "../../account/store/account";
import { text } from "../../property/read";
import type { Properties } from "../../property/value";

/** The number of hexadecimal digits that Terraform appends to a prefix (terraform-plugin-sdk, id.UniqueIDSuffixLength). */
const SUFFIX_LENGTH = 26;

/** The name from Check, or one with the requested prefix. */
export function nameOf(account: Account, inputs: Properties): string {
  const suffix = createHash("sha256").update(account.nextSequenceNumber()).digest("hex").slice(0, SUFFIX_LENGTH);
  return text(inputs, "name") ?? `${text(inputs, "namePrefix") ?? ""}${suffix}`;
}

/** The prefix of a generated name, derived from the name as in the AWS provider (create.NamePrefixFromName). Empty otherwise. */
export function namePrefixOf(name: string): string {
  return new RegExp(`^(.*)[0-9a-f]{${SUFFIX_LENGTH}}$`).exec(name)?.[1] ?? "";
}
