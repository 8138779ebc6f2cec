import { isRecord } from "@lambda-vpc/policy-kit";
import { PreviewReader, secretsIn, type StackResource, type StackState, StateReader } from "@lambda-vpc/sources";
import { readLargeJson, type StreamedList } from "./large-json";
import type { LargeText } from "./large-text";
import { SharedValues } from "./shared-values";

/** What a document is that is longer than a string can be. */
export type LargeDocument =
  | { readonly kind: "state"; readonly state: StackState; readonly secrets: readonly unknown[] }
  | { readonly kind: "preview"; readonly resources: readonly StackResource[] }
  | { readonly kind: "other" };

/**
 * Reads a state or a preview, by its content, without ever holding its text. Law: its result and its errors are those of `readStateFile` and
 * `readPreviewJson`. Of a text that begins like neither, its errors have `fix`.
 *
 * @throws UnreadableFile if it cannot be read.
 */
export function readLargeDocument({ chunks }: LargeText, fix: string): LargeDocument {
  const [state, preview, secrets] = [new StateReader(), new PreviewReader(), new Set<unknown>()];
  const shared = new SharedValues();
  const [beginning = ""] = chunks();
  const fixOfKind = beginning.includes('"deployment"') ? state.fix : beginning.includes('"steps"') ? preview.fix : fix;
  const lists: readonly StreamedList[] = [
    {
      path: ["deployment", "resources"],
      add: (resource) => {
        state.add(shared.of(resource));
        for (const secret of secretsIn(resource)) secrets.add(secret);
      },
    },
    { path: ["steps"], add: (step) => preview.add(shared.of(step)) },
  ];
  const members = ["version", "diagnostics", "changeSummary", "config"];
  const document = readLargeJson(chunks, { members, lists, fix: () => fixOfKind });
  if (isRecord(document) && "steps" in document) return { kind: "preview", resources: preview.end(document) };
  if (isRecord(document) && "deployment" in document) return { kind: "state", state: state.end(document), secrets: [...secrets] };
  return { kind: "other" };
}
