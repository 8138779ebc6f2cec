import { Server, ServerCredentials, type UntypedServiceImplementation } from "@grpc/grpc-js";
import * as automation from "@pulumi/pulumi/automation/server";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import { createRequire } from "node:module";

/** A program that runs in this process while an engine elsewhere asks for it. */
export interface InlineProgram {
  /** The arguments with which the CLI runs this program. */
  readonly flags: readonly string[];
  close(): void;
}

/** The SDK leaves its own server for inline programs out of its types. */
const { LanguageServer } = automation as unknown as {
  LanguageServer: new (program: () => Promise<object>) => UntypedServiceImplementation;
};

/**
 * Serves the program in `file` as Pulumi's Automation API serves inline programs: the same SDK and engine, without a Node.js process that loads
 * @pulumi/aws for every run (docs/decisions/0007-soundness-runs.md).
 */
export async function serveInline(file: string): Promise<InlineProgram> {
  const server = new Server();
  server.addService(LanguageRuntimeService, new LanguageServer(() => Promise.resolve(runModule(file))));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
  return { flags: [`--client=127.0.0.1:${port}`, "--exec-kind=auto.inline"], close: () => server.forceShutdown() };
}

/** Runs the file, also when an earlier text of it ran already. What it exports are the outputs of the stack. */
function runModule(file: string): object {
  const load = createRequire(file);
  Reflect.deleteProperty(load.cache, file);
  return { ...(load(file) as object) };
}
