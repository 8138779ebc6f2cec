import { printable } from "@lambda-vpc/model";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { type ObservedMethod, observeRequests } from "./observe-requests";

/** As much of the engine's service as is observed. */
export interface CallMethods {
  readonly analyze: ObservedMethod<unknown>;
  readonly analyzeStack: ObservedMethod<unknown>;
  readonly cancel: ObservedMethod<unknown>;
}

/**
 * Reports with `report` that a pack checked no stack, at the end of an operation in which the program or an update failed. The engine then skips the stack,
 * and prints a check mark for the pack, because no policy found anything (docs/engine-facts.md#unchecked-stacks).
 */
export function reportUncheckedStack(
  pack: string,
  report: (text: string) => void,
  { analyze, analyzeStack, cancel }: CallMethods = AnalyzerService,
): void {
  let isUnchecked = false;
  observeRequests(analyze, () => (isUnchecked = true));
  observeRequests(analyzeStack, () => (isUnchecked = false));
  observeRequests(cancel, () => {
    if (isUnchecked)
      report(
        printable(`${pack} did not check this stack, because the program or an update failed. The check mark of the pack means nothing.`),
      );
    isUnchecked = false;
  });
}
