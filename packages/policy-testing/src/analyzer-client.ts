import { credentials, Metadata, type ServiceError } from "@grpc/grpc-js";
import { displayName } from "@lambda-vpc/model";
import type { Policy } from "@lambda-vpc/policy-kit";
import type { View } from "@lambda-vpc/sources/testing";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  type AnalyzeDiagnostic,
  AnalyzeRequest,
  type AnalyzeResponse,
  AnalyzerPropertyDependencies,
  AnalyzerProviderResource,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
  ConfigureAnalyzerRequest,
  EnforcementLevel,
  PolicyConfig,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { configurationOf, type Line, lineOf, type Reported, type RowConfiguration } from "./judge";

/** A policy server as the engine calls it. */
export interface AnalyzerCalls {
  /** Configures the pack, shows it each resource and then the stack: the lines that `policy` has to say. */
  readonly analyze: (policy: Policy, view: View, row: RowConfiguration) => Promise<readonly Line[]>;
  readonly close: () => void;
}

/** Milliseconds until a call counts as hung: the SDK never answers where it fails outside of a policy. */
const PATIENCE = 60_000;

/** Connects to the policy server that listens at `port` of this machine. */
export function analyzerClient(port: number): AnalyzerCalls {
  const client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure());
  const deadline = () => ({ deadline: Date.now() + PATIENCE });
  return {
    analyze: async (policy, { validated, resources }, row) => {
      await answer((done) => client.configure(configureRequest(policy, row), new Metadata(), deadline(), done));
      const types = new Map(resources.map(({ urn, type }) => [urn, type]));
      const answers: AnalyzeResponse[] = [];
      for (const { urn, props } of validated) {
        const request = analyzeRequest({ urn, props, type: types.get(urn) ?? "" });
        answers.push(await answer((done) => client.analyze(request, new Metadata(), deadline(), done)));
      }
      const stack = new AnalyzeStackRequest().setResourcesList(resources.map(analyzerResource));
      answers.push(await answer((done) => client.analyzeStack(stack, new Metadata(), deadline(), done)));
      const diagnostics = answers.flatMap((response) => response.getDiagnosticsList());
      return diagnostics.filter((diagnostic) => diagnostic.getPolicyname() === policy.id).map((one) => lineOf(policy, reported(one)));
    },
    close: () => client.close(),
  };
}

/** What a call is answered with. */
function answer<Response>(send: (done: (error: ServiceError | null, response: Response) => void) => unknown): Promise<Response> {
  return new Promise((resolve, reject) => {
    send((error, response) => (error === null ? resolve(response) : reject(error)));
  });
}

function configureRequest(policy: Policy, row: RowConfiguration): ConfigureAnalyzerRequest {
  const request = new ConfigureAnalyzerRequest();
  for (const name of [policy.id, ...Object.keys(row.settings ?? {})]) {
    const properties = configurationOf(policy, name, row);
    const level = name === policy.id ? EnforcementLevel.MANDATORY : EnforcementLevel.ADVISORY;
    request.getPolicyconfigMap().set(name, new PolicyConfig().setEnforcementlevel(level).setProperties(struct(properties)));
  }
  return request;
}

function analyzeRequest({ urn, type, props }: Pick<ViewedResource, "urn" | "type" | "props">): AnalyzeRequest {
  return new AnalyzeRequest()
    .setUrn(urn)
    .setType(type)
    .setName(displayName(urn))
    .setProperties(struct(props))
    .setOptions(new AnalyzerResourceOptions());
}

function analyzerResource({
  urn,
  type,
  props,
  provider,
  parent,
  propertyDependencies,
  dependencies = [],
}: ViewedResource): AnalyzerResource {
  const resource = new AnalyzerResource()
    .setUrn(urn)
    .setType(type)
    .setName(displayName(urn))
    .setProperties(struct(props))
    .setOptions(new AnalyzerResourceOptions())
    .setParent(parent?.urn ?? "")
    .setDependenciesList(dependencies.map(urnIn));
  if (provider !== undefined) resource.setProvider(new AnalyzerProviderResource().setUrn(provider.urn).setProperties(struct({})));
  for (const [property, dependencies] of Object.entries(propertyDependencies))
    resource.getPropertydependenciesMap().set(property, new AnalyzerPropertyDependencies().setUrnsList(dependencies.map(urnIn)));
  return resource;
}

type ViewedResource = View["resources"][number];

function urnIn({ urn }: { readonly urn: string }): string {
  return urn;
}

function struct(properties: object): Struct {
  return Struct.fromJavaScript(properties as Record<string, JavaScriptValue>);
}

function reported(diagnostic: AnalyzeDiagnostic): Reported {
  const urn = diagnostic.getUrn();
  return {
    message: diagnostic.getMessage(),
    enforcementLevel: diagnostic.getEnforcementlevel() === EnforcementLevel.ADVISORY ? "advisory" : "mandatory",
    ...(urn === "" ? {} : { urn }),
  };
}
