import { credentials } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

/** Logs a line among the engine's diagnostics. A failure to log is ignored. */
export type EngineLog = (severity: "info" | "warning", message: string) => Promise<void>;

const SEVERITIES = { info: LogSeverity.INFO, warning: LogSeverity.WARNING };

/** The log of the engine at `address`. Without an address, lines are written to standard error. */
export function engineLog(address: string | undefined): EngineLog {
  if (address === undefined)
    return (_, message) => {
      process.stderr.write(`${message}\n`);
      return Promise.resolve();
    };
  const engine = new EngineClient(address, credentials.createInsecure());
  return (severity, message) =>
    new Promise((resolve) => {
      engine.log(new LogRequest().setSeverity(SEVERITIES[severity]).setMessage(message), () => {
        resolve();
      });
    });
}
