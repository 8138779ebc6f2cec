import type { PassThroughResource } from "../../account/rows/pass-through-resource-row";
import { arn } from "../../account/store/arn";
import { number, text, texts } from "../../property/read";
import type { AnswerObject } from "../operation/answer";
import type { Call } from "../operation/call";
import { operation } from "../operation/operation";
import { sortedAfter } from "../operation/page";
import { namedFunction, nameParts } from "./function-name";
import { lambdaPage, pageParameters } from "./lambda-page";

const MAPPING = "aws:lambda/eventSourceMapping:EventSourceMapping";

/** The mappings of the account, or those of one source, of one function, or of one of its versions and aliases. */
export const listEventSourceMappings = operation({
  name: "ListEventSourceMappings",
  route: { method: "GET", path: "/2015-03-31/event-source-mappings" },
  parameters: { ...pageParameters, EventSourceArn: "text", FunctionName: "text" },
  answer: (call, input) => {
    const { EventSourceArn, FunctionName } = input;
    if (FunctionName !== undefined) namedFunction(call, FunctionName);
    const functionArn = FunctionName === undefined ? undefined : arnOf(call, call.region, FunctionName);
    const mappings = call.account.tables.foreignResources
      .all()
      .filter(({ type, properties = {} }) => type === MAPPING && text(properties, "region") === call.region)
      .map((row) => describeMapping(call, row))
      .filter((one) => EventSourceArn === undefined || one["EventSourceArn"] === EventSourceArn)
      .filter((one) => functionArn === undefined || one["FunctionArn"] === functionArn);
    const uuid = (one: AnswerObject): string => String(one["UUID"]);
    return lambdaPage(
      "EventSourceMappings",
      input,
      (after) => sortedAfter(mappings, uuid, after),
      (one) => one,
    );
  },
});

function describeMapping(call: Call, { id, properties = {} }: PassThroughResource): AnswerObject {
  const uuid = id.slice(MAPPING.length + 1);
  const source = text(properties, "eventSourceArn");
  return {
    UUID: uuid,
    EventSourceMappingArn: arn("lambda", call.region, call.account.id, `event-source-mapping:${uuid}`),
    EventSourceArn: source,
    FunctionArn: arnOf(call, call.region, text(properties, "functionName") ?? ""),
    BatchSize: number(properties, "batchSize") ?? defaultBatchSize(source),
    MaximumBatchingWindowInSeconds: number(properties, "maximumBatchingWindowInSeconds") ?? 0,
    StartingPosition: text(properties, "startingPosition"),
    State: properties["enabled"] === false ? "Disabled" : "Enabled",
    StateTransitionReason: "USER_INITIATED",
    FunctionResponseTypes: texts(properties, "functionResponseTypes"),
  };
}

/** The defaults of AWS (docs/aws-facts.md#event-source-mappings). */
function defaultBatchSize(source: string | undefined): number {
  return source?.split(":")[2] === "sqs" ? 10 : 100;
}

/** The ARN of the function, version or alias that a name or an ARN names. A mapping can outlive its function. */
function arnOf({ account }: Call, region: string, functionName: string): string {
  const { name = functionName, qualifier } = nameParts(functionName);
  return arn("lambda", region, account.id, `function:${name}${qualifier === undefined ? "" : `:${qualifier}`}`);
}
