import type { Knowable } from "@lambda-vpc/model";
import { given, type StackResource } from "../stack/stack-resource";
import { UNKNOWN } from "../stack/value";

/** Whether each change of a function publishes a version of it. It does only if the program specifies it (docs/aws-facts.md#function-publication). */
export function readPublication(resource: StackResource): Knowable<boolean> {
  const publish = given(resource, "publish");
  return publish === UNKNOWN
    ? { ok: false, error: "whether it publishes versions is unknown until deployed" }
    : { ok: true, value: publish === true };
}
