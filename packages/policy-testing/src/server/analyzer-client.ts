import { credentials, Metadata, type ServiceError } from "@grpc/grpc-js";
import { resourceName } from "@lambda-vpc/model";
import type { View } from "@lambda-vpc/sources/testing";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
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
import type { Reported } from "../judgement/run-policy";
import type { Configuration } from "../judgement/row";

/** A policy server as the engine calls it. */
export interface AnalyzerCalls {
  /** Configures the pack, by policy. */
  readonly configure: (configuration: ReadonlyMap<string, Configured>) => Promise<void>;
  /** Sends each resource, in turn or all at once, and returns the diagnostics. */
  readonly analyze: (view: View, order?: "in turn" | "at once") => Promise<readonly PolicyDiagnostic[]>;
  /** Sends the stack and returns the diagnostics. */
  readonly analyzeStack: (view: View) => Promise<readonly PolicyDiagnostic[]>;
  readonly close: () => void;
}

/** How one policy of a pack is configured. */
export interface Configured {
  readonly level: "advisory" | "mandatory" | "disabled";
  readonly properties: Configuration;
}

/** A diagnostic that the engine receives from one policy of a pack. */
export interface PolicyDiagnostic extends Reported {
  readonly policy: string;
}

/** Milliseconds until a call counts as hung: the SDK never answers where it fails outside of a policy. */
const PATIENCE = 60_000;

/** Connects to the policy server that listens at `port` of this machine. */
export function analyzerClient(port: number): AnalyzerCalls {
  const client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure());
  const deadline = () => ({ deadline: Date.now() + PATIENCE });
  return {
    configure: async (configuration) => {
      await answer((done) => client.configure(configureRequest(configuration), new Metadata(), deadline(), done));
    },
    analyze: async ({ validated, resources }, order = "in turn") => {
      const types = new Map(resources.map(({ urn, type }) => [urn, type]));
      const requests = validated.map(({ urn, props }) => analyzeRequest({ urn, props, type: types.get(urn) ?? "" }));
      const ask = (request: AnalyzeRequest) => answer<AnalyzeResponse>((done) => client.analyze(request, new Metadata(), deadline(), done));
      if (order === "at once") return (await Promise.all(requests.map(ask))).flatMap(diagnosticsOf);
      const answers: AnalyzeResponse[] = [];
      for (const request of requests) answers.push(await ask(request));
      return answers.flatMap(diagnosticsOf);
    },
    analyzeStack: async ({ resources }) => {
      const stack = new AnalyzeStackRequest().setResourcesList(resources.map(analyzerResource));
      return diagnosticsOf(await answer((done) => client.analyzeStack(stack, new Metadata(), deadline(), done)));
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

function configureRequest(configuration: ReadonlyMap<string, Configured>): ConfigureAnalyzerRequest {
  const request = new ConfigureAnalyzerRequest();
  for (const [name, { level, properties }] of configuration)
    request.getPolicyconfigMap().set(name, new PolicyConfig().setEnforcementlevel(levels[level]).setProperties(struct(properties)));
  return request;
}

const levels = {
  advisory: EnforcementLevel.ADVISORY,
  mandatory: EnforcementLevel.MANDATORY,
  disabled: EnforcementLevel.DISABLED,
} as const satisfies Record<Configured["level"], EnforcementLevel>;

function analyzeRequest({ urn, type, props }: Pick<ViewedResource, "urn" | "type" | "props">): AnalyzeRequest {
  return new AnalyzeRequest()
    .setUrn(urn)
    .setType(type)
    .setName(resourceName(urn))
    .setProperties(struct(props))
    .setOptions(new AnalyzerResourceOptions());
}

function optionsOf({ deleteBeforeReplace }: NonNullable<ViewedResource["opts"]>): AnalyzerResourceOptions {
  const options = new AnalyzerResourceOptions();
  return deleteBeforeReplace === undefined
    ? options
    : options.setDeletebeforereplace(deleteBeforeReplace).setDeletebeforereplacedefined(true);
}

function analyzerResource({
  urn,
  type,
  props,
  provider,
  parent,
  propertyDependencies,
  dependencies = [],
  opts = {},
}: ViewedResource): AnalyzerResource {
  const resource = new AnalyzerResource()
    .setUrn(urn)
    .setType(type)
    .setName(resourceName(urn))
    .setProperties(struct(props))
    .setOptions(optionsOf(opts))
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

function diagnosticsOf(response: AnalyzeResponse): readonly PolicyDiagnostic[] {
  return response.getDiagnosticsList().map((diagnostic) => {
    const urn = diagnostic.getUrn();
    return {
      policy: diagnostic.getPolicyname(),
      message: diagnostic.getMessage(),
      enforcementLevel: diagnostic.getEnforcementlevel() === EnforcementLevel.ADVISORY ? "advisory" : "mandatory",
      ...(urn === "" ? {} : { urn }),
    };
  });
}
