import { createHash } from "node:crypto";
import type { Account } from "./account";

/** The beginnings of EC2's ids, and of EFS's, by what they name. */
export type Prefix =
  | "vpc"
  | "vpc-cidr-assoc"
  | "subnet"
  | "subnet-cidr-assoc"
  | "sg"
  | "sgr"
  | "rtb"
  | "rtbassoc"
  | "igw"
  | "eigw"
  | "acl"
  | "dopt"
  | "eni"
  | "ela-attach"
  | "eipalloc"
  | "eipassoc"
  | "nat"
  | "vpce"
  | "pl"
  | "fs"
  | "fsmt"
  | "sim";

/** An id that looks like AWS's: a prefix, a zero and sixteen digits. It depends on nothing but the account's own past. */
export function newId(account: Account, prefix: Prefix): string {
  return idFrom(prefix, account.nextSequenceNumber());
}

/** The one id that `seed` has. */
export function idFrom(prefix: Prefix, seed: string): string {
  return `${prefix}-0${createHash("sha256").update(`${prefix} ${seed}`).digest("hex").slice(0, 16)}`;
}
