import { jest } from "@jest/globals";
import type * as grpcModule from "@grpc/grpc-js";
import type { Server } from "@grpc/grpc-js";
import { packArguments, type Policy } from "@lambda-vpc/policy-kit";
import type { View } from "@lambda-vpc/sources/testing";
import type * as policyModule from "@pulumi/policy";
import type { PolicyPackArgs } from "@pulumi/policy";
import { join } from "node:path";
import { analyzerClient, type AnalyzerCalls, type Configured } from "./analyzer-client";
import { configurationOf, type Line, lineOf, packOf, type RowConfiguration, TEST_DAY } from "../judgement/run-policy";

/** The policy SDK's own server with one policy in it. */
export interface PolicyServer {
  /** The lines that the engine receives for a view. */
  readonly run: (view: View, row: RowConfiguration) => Promise<readonly Line[]>;
  /** Ends the server at once. */
  readonly stop: () => void;
}

/** Starts the SDK's server with one policy in its pack. */
export async function startPolicyServer(policy: Policy): Promise<PolicyServer> {
  const { name, ...pack } = packOf(policy);
  const { calls, stop } = await startPackServer(
    name,
    packArguments({ name, ...pack }, () => TEST_DAY),
  );
  return {
    run: async (view, row) => {
      await calls.configure(configurationsOf(policy, row));
      const diagnostics = [...(await calls.analyze(view)), ...(await calls.analyzeStack(view))];
      return diagnostics.filter((one) => one.policy === policy.id).map((one) => lineOf(one));
    },
    stop,
  };
}

function configurationsOf(policy: Policy, row: RowConfiguration): ReadonlyMap<string, Configured> {
  const names = [policy.id, ...Object.keys(row.settings ?? {})];
  const configured = (name: string): Configured => ({
    level: name === policy.id ? "mandatory" : "advisory",
    properties: configurationOf(policy, name, row),
  });
  return new Map(names.map((name) => [name, configured(name)]));
}

/** The SDK's own server with a pack in it. */
export interface PackServer {
  readonly calls: AnalyzerCalls;
  /** Ends the server at once. */
  readonly stop: () => void;
}

/**
 * Starts the SDK's server as `new PolicyPack(…)` does in a pack's entry. It runs in this process, because a policy under test is a value of its test
 * file. The calls use the wire protocol as the engine does. The SDK serves one pack and never stops, so it is loaded again for each server, and its
 * listening socket is intercepted.
 */
export async function startPackServer(name: string, pack: PolicyPackArgs): Promise<PackServer> {
  const { server, port } = await listening(name, pack);
  const calls = analyzerClient(port);
  return {
    calls,
    stop: () => {
      calls.close();
      server.forceShutdown();
    },
  };
}

interface Listening {
  readonly server: Server;
  readonly port: number;
}

function listening(name: string, pack: PolicyPackArgs): Promise<Listening> {
  return new Promise((resolve, reject) => {
    jest.isolateModules(() => {
      const grpc = jest.requireActual<typeof grpcModule>("@grpc/grpc-js");
      const bind = grpc.Server.prototype.bindAsync;
      grpc.Server.prototype.bindAsync = function caught(this: Server, address, credentials) {
        bind.call(this, address, credentials, (error, port) => (error === null ? resolve({ server: this, port }) : reject(error)));
      };
      const { PolicyPack } = jest.requireActual<typeof policyModule>("@pulumi/policy");
      // The SDK reads a pack's version from the folder that the process stands in, which under test may be any.
      const folder = jest.spyOn(process, "cwd").mockReturnValue(join(__dirname, "../.."));
      try {
        new PolicyPack(name, pack);
      } finally {
        folder.mockRestore();
      }
    });
  });
}
