import { credentials, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import type { Properties } from "../property/value";
import { decode, encode } from "../property/wire";

type Callback<Response> = (error: ServiceError | null, response: Response) => void;

/** Calls a running provider over gRPC, as the engine does. */
export class ProviderClient {
  readonly #client: ResourceProviderClient;

  constructor(port: number) {
    this.#client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure());
  }

  close(): void {
    this.#client.close();
  }

  async configure(args: Properties = { region: "us-east-1" }): Promise<proto.ConfigureResponse.AsObject> {
    const request = new proto.ConfigureRequest().setArgs(encode(args)).setAcceptsecrets(true);
    return (await answer<proto.ConfigureResponse>((callback) => this.#client.configure(request, callback))).toObject();
  }

  async checkConfig(news: Properties): Promise<Properties> {
    const request = new proto.CheckRequest().setNews(encode(news));
    return decode((await answer<proto.CheckResponse>((callback) => this.#client.checkConfig(request, callback))).getInputs());
  }

  async check(
    type: string,
    news: Properties,
    olds?: Properties,
  ): Promise<{ readonly inputs: Properties; readonly reasons: readonly string[] }> {
    const request = new proto.CheckRequest().setUrn(urn(type)).setNews(encode(news));
    if (olds !== undefined) request.setOlds(encode(olds));
    const response = await answer<proto.CheckResponse>((callback) => this.#client.check(request, callback));
    return { inputs: decode(response.getInputs()), reasons: response.getFailuresList().map((failure) => failure.getReason()) };
  }

  async create(type: string, inputs: Properties, preview = false): Promise<{ readonly id: string; readonly outputs: Properties }> {
    const request = new proto.CreateRequest().setUrn(urn(type)).setProperties(encode(inputs)).setPreview(preview);
    const response = await answer<proto.CreateResponse>((callback) => this.#client.create(request, callback));
    return { id: response.getId(), outputs: decode(response.getProperties()) };
  }

  async diff(type: string, id: string, olds: Properties, news: Properties): Promise<proto.DiffResponse.AsObject> {
    const request = new proto.DiffRequest().setUrn(urn(type)).setId(id).setOlds(encode(olds)).setNews(encode(news));
    return (await answer<proto.DiffResponse>((callback) => this.#client.diff(request, callback))).toObject();
  }

  async update(type: string, id: string, olds: Properties, news: Properties, preview = false): Promise<Properties> {
    const request = new proto.UpdateRequest().setUrn(urn(type)).setId(id).setOlds(encode(olds)).setNews(encode(news)).setPreview(preview);
    return decode((await answer<proto.UpdateResponse>((callback) => this.#client.update(request, callback))).getProperties());
  }

  async read(type: string, id: string, outputs: Properties = {}, inputs: Properties = {}) {
    const request = new proto.ReadRequest().setUrn(urn(type)).setId(id).setProperties(encode(outputs)).setInputs(encode(inputs));
    const response = await answer<proto.ReadResponse>((callback) => this.#client.read(request, callback));
    return { id: response.getId(), outputs: decode(response.getProperties()), inputs: decode(response.getInputs()) };
  }

  async remove(type: string, id: string, outputs: Properties): Promise<void> {
    const request = new proto.DeleteRequest().setUrn(urn(type)).setId(id).setProperties(encode(outputs));
    await answer((callback) => this.#client.delete(request, callback));
  }

  async invoke(token: string, args: Properties): Promise<Properties> {
    const request = new proto.InvokeRequest().setTok(token).setArgs(encode(args));
    return decode((await answer<proto.InvokeResponse>((callback) => this.#client.invoke(request, callback))).getReturn());
  }

  /** Checks and creates a resource and returns its outputs, as an update does. */
  async make(type: string, news: Properties): Promise<{ readonly id: string; readonly inputs: Properties; readonly outputs: Properties }> {
    const { inputs, reasons } = await this.check(type, news);
    if (reasons.length > 0) throw new Error(reasons.join("\n"));
    return { inputs, ...(await this.create(type, inputs)) };
  }
}

function answer<Response>(call: (callback: Callback<Response>) => unknown): Promise<Response> {
  return new Promise((resolve, reject) => {
    call((error, response) => {
      if (error === null) resolve(response);
      else reject(new Error(error.details));
    });
  });
}

function urn(type: string): string {
  return `urn:pulumi:dev::project::${type}::example`;
}
