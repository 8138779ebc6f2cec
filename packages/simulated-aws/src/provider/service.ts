import { type sendUnaryData, type ServerUnaryCall, status, type UntypedServiceImplementation } from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import * as plugin from "@pulumi/pulumi/proto/plugin_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { decode, encode } from "../property/wire";
import { resourceTypes } from "../resources";
import { DEFAULTS } from "../schema/check";
import { type PropertyChange, topLevelNames } from "../schema/property-change";
import { type Environment, withRegion } from "./configuration";
import type { PassThroughNotice } from "./pass-through-notice";
import type { Provider } from "./provider";
import { explained } from "./explained-error";
import { parseUrn } from "./urn";

/** The version of @pulumi/aws that this provider simulates. */
export const VERSION = "7.48.0";

type Handler<Request, Response> = (request: Request) => Response | Promise<Response>;

/** The ResourceProvider service of Pulumi for a provider. Other methods return UNIMPLEMENTED, as an older provider does. */
export function providerService(provider: Provider, notice: PassThroughNotice, environment: Environment): UntypedServiceImplementation {
  /** A method about one resource. */
  const about = <Request extends { getUrn(): string }, Response>(handler: Handler<Request, Response>) =>
    unary((request: Request) => explained(provider.account, parseUrn(request.getUrn()), () => handler(request)));
  return {
    getPluginInfo: unary(() => new plugin.PluginInfo().setVersion(VERSION)),
    getSchema: unary(() => new proto.GetSchemaResponse().setSchema(JSON.stringify({ name: "aws", version: VERSION }))),
    checkConfig: unary((request: proto.CheckRequest) =>
      new proto.CheckResponse().setInputs(encode(withRegion(decode(request.getNews()), environment))),
    ),
    diffConfig: unary(() => new proto.DiffResponse().setChanges(proto.DiffResponse.DiffChanges.DIFF_NONE)),
    configure: unary((request: proto.ConfigureRequest) => {
      provider.configure(decode(request.getArgs()));
      // As the bridge answers: the engine then strips secrets, outputs and resource references from requests and restores them in
      // responses.
      return new proto.ConfigureResponse()
        .setSupportspreview(true)
        .setAcceptsecrets(false)
        .setAcceptresources(false)
        .setAcceptoutputs(false);
    }),
    check: about(async (request: proto.CheckRequest) => {
      const address = parseUrn(request.getUrn());
      if (!resourceTypes.has(address.type)) await notice.report(address.type);
      const olds = request.getOlds();
      const { inputs, failures } = provider.check(address, decode(request.getNews()), {
        resourceName: address.name,
        seed: request.getRandomseed_asU8(),
        ...(olds === undefined ? {} : { olds: decode(olds) }),
      });
      const failureMessages = failures.map(({ path, reason }) =>
        new proto.CheckFailure().setReason(`${reason}. Examine values at '${address.name}.${path}'.`),
      );
      return new proto.CheckResponse().setInputs(encode(inputs)).setFailuresList(failureMessages);
    }),
    diff: about((request: proto.DiffRequest) => {
      const news = decode(request.getNews());
      const oldInputs = request.getOldInputs();
      const found = provider.diff(
        parseUrn(request.getUrn()),
        news,
        decode(request.getOlds()),
        oldInputs === undefined ? undefined : decode(oldInputs),
      );
      return diffResponse(found, hasExplicitName(news));
    }),
    create: about(async (request: proto.CreateRequest) => {
      const [address, news] = [parseUrn(request.getUrn()), decode(request.getProperties())];
      if (request.getPreview()) return new proto.CreateResponse().setProperties(encode(provider.preview(address, news)));
      const { id, outputs } = await provider.create(address, news);
      return new proto.CreateResponse().setId(id).setProperties(encode(outputs));
    }),
    read: about((request: proto.ReadRequest) => {
      const found = provider.read(
        parseUrn(request.getUrn()),
        request.getId(),
        decode(request.getInputs()),
        decode(request.getProperties()),
      );
      const response = new proto.ReadResponse();
      return found === undefined
        ? response
        : response.setId(request.getId()).setProperties(encode(found.outputs)).setInputs(encode(found.inputs));
    }),
    update: about(async (request: proto.UpdateRequest) => {
      const [address, news, olds] = [parseUrn(request.getUrn()), decode(request.getNews()), decode(request.getOlds())];
      const outputs = request.getPreview()
        ? provider.preview(address, news, olds, decode(request.getOldInputs()))
        : await provider.update(address, request.getId(), news, olds, decode(request.getOldInputs()));
      return new proto.UpdateResponse().setProperties(encode(outputs));
    }),
    delete: about(async (request: proto.DeleteRequest) => {
      await provider.remove(parseUrn(request.getUrn()), request.getId(), decode(request.getProperties()));
      return new Empty();
    }),
    invoke: unary((request: proto.InvokeRequest) =>
      new proto.InvokeResponse().setReturn(encode(provider.invoke(request.getTok(), decode(request.getArgs())))),
    ),
    call: unary((request: proto.CallRequest) => {
      throw new Error(
        `simulated AWS does not support the method ${request.getTok()}. This is a limit of the simulation, not an error of the program. ` +
          "Specify the value in the configuration of the stack, or deploy on AWS.",
      );
    }),
    cancel: unary(() => new Empty()),
  };
}

/** An explicit name cannot exist twice, so the old resource is deleted before the new one is created (the bridge's rule). */
function hasExplicitName(news: ReturnType<typeof decode>): boolean {
  const defaults = news[DEFAULTS];
  return news["name"] !== undefined && Array.isArray(defaults) && !defaults.includes("name");
}

function diffResponse(found: readonly PropertyChange[], isNameExplicit: boolean): proto.DiffResponse {
  const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;
  const replaces = topLevelNames(found.filter((difference) => difference.replaces));
  const response = new proto.DiffResponse()
    .setChanges(found.length === 0 ? DIFF_NONE : DIFF_SOME)
    .setReplacesList([...replaces])
    .setDiffsList([...topLevelNames(found)])
    .setDeletebeforereplace(replaces.length > 0 && isNameExplicit)
    .setHasdetaileddiff(true);
  for (const difference of found) response.getDetaileddiffMap().set(difference.path, new proto.PropertyDiff().setKind(kindOf(difference)));
  return response;
}

function kindOf({ kind, replaces }: PropertyChange): proto.PropertyDiff.Kind {
  const { Kind } = proto.PropertyDiff;
  const kinds = {
    add: [Kind.ADD, Kind.ADD_REPLACE],
    delete: [Kind.DELETE, Kind.DELETE_REPLACE],
    update: [Kind.UPDATE, Kind.UPDATE_REPLACE],
  } as const;
  return kinds[kind][replaces ? 1 : 0];
}

function unary<Request, Response>(handler: Handler<Request, Response>) {
  return (call: ServerUnaryCall<Request, Response>, respond: sendUnaryData<Response>): void => {
    Promise.resolve(call.request)
      .then(handler)
      .then(
        (response) => {
          respond(null, response);
        },
        (error: unknown) => {
          respond({ code: status.UNKNOWN, details: error instanceof Error ? error.message : String(error) });
        },
      );
  };
}
