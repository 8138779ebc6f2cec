import { jest } from "@jest/globals";
import type * as grpcModule from "@grpc/grpc-js";
import type { Server } from "@grpc/grpc-js";
import { packArguments, type Policy } from "@lambda-vpc/policy-kit";
import type { View } from "@lambda-vpc/sources/testing";
import type * as policyModule from "@pulumi/policy";
import { join } from "node:path";
import { analyzerClient } from "./analyzer-client";
import { type Line, packOf, type RowConfiguration, TEST_DAY } from "./judge";

/** The policy SDK's own server with one policy in it. */
export interface PolicyServer {
  /** What the engine would be told of a view. */
  readonly judge: (view: View, row: RowConfiguration) => Promise<readonly Line[]>;
  /** Ends the server at once. */
  readonly stop: () => void;
}

/**
 * Starts the SDK's server as `new PolicyPack(…)` does in a pack's entry. It runs in this process: a policy under test is a value of its test file, which
 * no other process could be given; what the engine sees of it goes over the wire all the same. The SDK serves once and for ever, so it is loaded anew
 * for each server, and its listening is caught.
 */
export async function startPolicyServer(policy: Policy): Promise<PolicyServer> {
  const { server, port } = await listening(policy);
  const client = analyzerClient(port);
  return {
    judge: (view, row) => client.analyze(policy, view, row),
    stop: () => {
      client.close();
      server.forceShutdown();
    },
  };
}

interface Listening {
  readonly server: Server;
  readonly port: number;
}

function listening(policy: Policy): Promise<Listening> {
  return new Promise((resolve, reject) => {
    jest.isolateModules(() => {
      const grpc = jest.requireActual<typeof grpcModule>("@grpc/grpc-js");
      const bind = grpc.Server.prototype.bindAsync;
      grpc.Server.prototype.bindAsync = function caught(this: Server, address, credentials) {
        bind.call(this, address, credentials, (error, port) => (error === null ? resolve({ server: this, port }) : reject(error)));
      };
      const { PolicyPack } = jest.requireActual<typeof policyModule>("@pulumi/policy");
      // The SDK reads a pack's version from the folder that the process stands in, which under test may be any.
      const folder = jest.spyOn(process, "cwd").mockReturnValue(join(__dirname, ".."));
      try {
        const { name, ...pack } = packOf(policy);
        new PolicyPack(
          name,
          packArguments({ name, ...pack }, () => TEST_DAY),
        );
      } finally {
        folder.mockRestore();
      }
    });
  });
}
