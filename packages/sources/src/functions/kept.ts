import type { Knowable } from "@lambda-vpc/model";
import { given, type StackResource } from "../stack/stack-resource";
import { UNKNOWN } from "../stack/value";

/** Whether a destroy leaves a function in the account (docs/aws-facts.md#kept-functions). The option retainOnDelete does so too, but no policy sees it. */
export function readKept(resource: StackResource): Knowable<boolean> {
  const skipped = given(resource, "skipDestroy");
  return skipped === UNKNOWN
    ? { ok: false, error: "whether it stays on destroy is unknown until deployed" }
    : { ok: true, value: skipped === true };
}
