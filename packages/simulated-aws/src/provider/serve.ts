import { Server, ServerCredentials } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { setTimeout as wait } from "node:timers/promises";
import { AccountFile } from "../storage/account-file";
import { accountSettings } from "../storage/account-settings";
import type { Environment } from "./configuration";
import { engineLog } from "./engine-log";
import { PassThroughNotice } from "./pass-through-notice";
import { Provider } from "./provider";
import { providerService } from "./service";

/** The limit of the engine's own messages (pulumi's sdk/go/common/util/rpcutil). */
const LARGEST_MESSAGE = 400 * 1024 * 1024;

/** A provider that listens on a local port. */
export interface Serving {
  readonly port: number;
  close(): void;
}

/**
 * Starts the provider.
 * @param engine the address of the engine, if there is one
 * @param environment see `accountSettings`
 */
export async function serve(engine: string | undefined, environment: Environment): Promise<Serving> {
  const log = engineLog(engine);
  const { path, simulation } = accountSettings(environment);
  const account = new AccountFile(path, simulation, (text) => void log("warning", text));
  const notice = new PassThroughNotice((message) => log("info", message));
  const server = new Server({ "grpc.max_receive_message_length": LARGEST_MESSAGE, "grpc.max_send_message_length": LARGEST_MESSAGE });
  server.addService(ResourceProviderService, providerService(new Provider(account, wait), notice, environment));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
  return { port, close: () => server.forceShutdown() };
}
