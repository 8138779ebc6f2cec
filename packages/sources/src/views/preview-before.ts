import { defaultProviders } from "./default-providers";
import { DocumentPart } from "./document-part";
import { isLeftOut } from "./left-out-step";
import { isSet, readSerializedResource } from "./serialized-resource";
import type { StackResource } from "../stack/stack-resource";

/**
 * Reads what a stack has before the update that a preview shows: the old states of its steps. `text` must be what `readPreviewJson` accepts, with
 * `--show-sames`. A resource that waits for its deletion is left out, as in a state file.
 *
 * @throws UnreadableFile if `text` is another document.
 */
export function readPreviewBefore(text: string): readonly StackResource[] {
  const preview = DocumentPart.parse(text, "Pass the complete output of `pulumi preview --json --show-sames`");
  const before = preview
    .required("steps")
    .items()
    .flatMap((step) => (isLeftOut(step) ? [] : (step.member("oldState") ?? [])))
    .filter((state) => !isSet(state, "external") && !isSet(state, "delete") && !isSet(state, "pendingReplacement"))
    .map((state) => readSerializedResource(state));
  return [...new Map([...defaultProviders(before, preview), ...before].map((resource) => [resource.urn, resource])).values()];
}
