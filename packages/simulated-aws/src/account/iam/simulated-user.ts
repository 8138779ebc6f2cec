import type { Account } from "../store/account";

/** The user whose credentials all programs and clients have. */
export function simulatedUser({ id }: Account): { readonly arn: string; readonly userId: string } {
  return { arn: `arn:aws:iam::${id}:user/simulated`, userId: "AIDASIMULATED" };
}
