import { createHash } from "node:crypto";
import type { Account } from "../../account/store/account";
import { text } from "../../property/read";
import type { Properties } from "../../property/value";

/** How many hexadecimal digits Terraform puts behind a prefix (terraform-plugin-sdk, id.UniqueIDSuffixLength). */
const SUFFIX_LENGTH = 26;

/** The name that Check settled on, or one with the prefix that the program asked for. */
export function nameOf(account: Account, inputs: Properties): string {
  const suffix = createHash("sha256").update(account.nextSequenceNumber()).digest("hex").slice(0, SUFFIX_LENGTH);
  return text(inputs, "name") ?? `${text(inputs, "namePrefix") ?? ""}${suffix}`;
}

/** The prefix of a name that was made with one, read off the name as the AWS provider does (create.NamePrefixFromName); else empty. */
export function namePrefixOf(name: string): string {
  return new RegExp(`^(.*)[0-9a-f]{${SUFFIX_LENGTH}}$`).exec(name)?.[1] ?? "";
}
