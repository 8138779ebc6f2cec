import { createHash } from "node:crypto";
import { type Account, DEFAULT_ACCOUNT_ID } from "./account";

/** The prefixes of ids in EC2 and EFS. */
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
  | "eni-attach"
  | "eipalloc"
  | "eipassoc"
  | "nat"
  | "vpce"
  | "pl"
  | "fs"
  | "fsap"
  | "fsmt"
  | "sim";

/** A new id in the format of AWS: a prefix, a zero and sixteen digits. It depends only on the account's history. */
export function newId(account: Account, prefix: Prefix): string {
  return idFrom(prefix, seedIn(account, account.nextSequenceNumber()));
}

/** A seed for an id that other accounts do not have. */
export function seedIn({ id }: Account, seed: string): string {
  return id === DEFAULT_ACCOUNT_ID ? seed : `${id} ${seed}`;
}

/** The id that follows from `seed`. */
export function idFrom(prefix: Prefix, seed: string): string {
  return `${prefix}-0${createHash("sha256").update(`${prefix} ${seed}`).digest("hex").slice(0, 16)}`;
}
