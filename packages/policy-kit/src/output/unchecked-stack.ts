import { printable } from "@lambda-vpc/model";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";

/** As much of the engine's service as is observed. */
export interface CallMethods {
  readonly analyze: Method;
  readonly analyzeStack: Method;
  readonly cancel: Method;
}

interface Method {
  requestDeserialize: (bytes: Buffer) => unknown;
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
  before(analyze, () => (isUnchecked = true));
  before(analyzeStack, () => (isUnchecked = false));
  before(cancel, () => {
    if (isUnchecked)
      report(
        printable(`${pack} did not check this stack, because the program or an update failed. The check mark of the pack means nothing.`),
      );
    isUnchecked = false;
  });
}

function before(method: Method, act: () => void): void {
  const read = method.requestDeserialize;
  method.requestDeserialize = (bytes) => {
    act();
    return read(bytes);
  };
}
