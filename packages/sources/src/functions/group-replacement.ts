import type { GroupReplacement } from "@lambda-vpc/model";
import { readList } from "../lists/read-list";
import type { Stack } from "../stack/stack";
import { given, type StackResource } from "../stack/stack-resource";
import { UNKNOWN } from "../stack/value";

/** Whether a function's groups are replaced before it is destroyed: only if it requests it (docs/aws-facts.md#group-replacement). */
export function readGroupReplacement(stack: Stack, resource: StackResource): GroupReplacement {
  const asked = given(resource, "replaceSecurityGroupsOnDestroy");
  const property = "replacementSecurityGroupIds";
  return {
    asked:
      asked === UNKNOWN
        ? { ok: false, error: "whether its groups are replaced is unknown until deployed" }
        : { ok: true, value: asked === true },
    securityGroups: readList(stack, { resource, property }, given(resource, property), "security-group"),
  };
}
