import { createHash } from "node:crypto";
import { AwsError } from "../../account/store/aws-error";
import { type AnswerObject, Instant } from "../operation/answer";
import { operation } from "../operation/operation";
import { isToken, pageOf } from "../operation/page";
import { type Members, readInput, requireParameter } from "../operation/parameters";
import type { Service } from "../operation/service";
import type { TrailEvent } from "../operation/trail-event";
import { trailEvents } from "./trail-events";

/** The limits of a lookup (docs/aws-facts.md#event-history). */
const PAGE_SIZE = 50;
const KEPT = 90 * 86_400_000;

/** What each attribute compares. */
const ATTRIBUTES: { readonly [key: string]: (event: TrailEvent) => readonly string[] } = {
  AccessKeyId: ({ accessKeyId }) => [accessKeyId],
  EventId: (event) => [idOf(event)],
  EventName: ({ name }) => [name],
  EventSource: ({ source }) => [source],
  ReadOnly: (event) => [readOnly(event)],
  ResourceName: ({ resources }) => resources.map(({ name }) => name),
  ResourceType: ({ resources }) => resources.map(({ type }) => type),
  Username: (event) => [userOf(event)],
};

const lookupEvents = operation({
  name: "LookupEvents",
  parameters: {
    LookupAttributes: "objects",
    StartTime: "time",
    EndTime: "time",
    EventCategory: "text",
    MaxResults: "integer",
    NextToken: "text",
  },
  answer: (call, { LookupAttributes = [], StartTime = 0, EndTime = Infinity, EventCategory, MaxResults = PAGE_SIZE, NextToken }) => {
    if (StartTime > EndTime)
      throw new AwsError("InvalidTimeRangeException", "The specified time range is invalid: the start time is after the end time.");
    if (MaxResults < 1 || MaxResults > PAGE_SIZE)
      throw new AwsError("InvalidMaxResultsException", `The number of results ${MaxResults} is not from 1 to ${PAGE_SIZE}.`);
    if (NextToken !== undefined && !isToken(NextToken)) throw new AwsError("InvalidNextTokenException", "The next token is invalid.");
    const passes = condition(LookupAttributes);
    const from = Math.max(StartTime, call.now - KEPT);
    const events = EventCategory === undefined ? trailEvents(call) : [];
    const found = events.filter((event) => event.time >= from && event.time <= EndTime && passes(event));
    const page = pageOf(found, newestFirst, { token: NextToken, size: MaxResults });
    return { Events: page.rows.map(described), NextToken: page.nextToken };
  },
});

export const cloudtrailService: Service = {
  name: "cloudtrail",
  protocols: ["json"],
  targetPrefix: "CloudTrail_20131101",
  operations: [lookupEvents],
  errorCodes: { invalidParameter: "InvalidLookupAttributesException" },
};

/** CloudTrail takes one attribute at most (docs/aws-facts.md#event-history). */
function condition([first, second]: readonly Members[]): (event: TrailEvent) => boolean {
  if (first === undefined) return () => true;
  const { AttributeKey, AttributeValue } = readInput({ AttributeKey: "text", AttributeValue: "text" }, first);
  const [key, wanted] = [requireParameter(AttributeKey, "AttributeKey"), requireParameter(AttributeValue, "AttributeValue")];
  const valuesOf = Object.hasOwn(ATTRIBUTES, key) ? ATTRIBUTES[key] : undefined;
  if (valuesOf === undefined || second !== undefined)
    throw new AwsError("InvalidLookupAttributesException", "Specify one attribute, which is " + Object.keys(ATTRIBUTES).join(", "));
  return (event) => valuesOf(event).includes(wanted);
}

function newestFirst(event: TrailEvent): string {
  return `${String(Number.MAX_SAFE_INTEGER - event.time).padStart(16, "0")} ${idOf(event)}`;
}

function described(event: TrailEvent): AnswerObject {
  return {
    EventId: idOf(event),
    EventName: event.name,
    ReadOnly: readOnly(event),
    AccessKeyId: event.accessKeyId,
    EventTime: new Instant(Math.floor(event.time / 1000)),
    EventSource: event.source,
    Username: userOf(event),
    Resources: event.resources.map(({ type, name }) => ({ ResourceType: type, ResourceName: name })),
    CloudTrailEvent: JSON.stringify({
      eventVersion: "1.11",
      userIdentity: { arn: event.callerArn, accountId: event.accountId, accessKeyId: event.accessKeyId },
      eventTime: new Date(event.time).toISOString().replace(/\.\d+/, ""),
      eventSource: event.source,
      eventName: event.name,
      awsRegion: event.region,
      requestParameters: event.parameters,
      eventID: idOf(event),
      readOnly: readOnly(event) === "true",
      eventType: "AwsApiCall",
      managementEvent: true,
      recipientAccountId: event.accountId,
      eventCategory: "Management",
    }),
  };
}

function readOnly({ name }: TrailEvent): "true" | "false" {
  return name === "AssumeRole" ? "true" : "false";
}

function userOf({ callerArn }: TrailEvent): string {
  return callerArn.slice(callerArn.lastIndexOf("/") + 1);
}

/** Stays the same from one lookup to the next, also for an event whose time is relative to the lookup. */
function idOf({ name, source, region, accountId, resources, parameters, ...event }: TrailEvent): string {
  const time = name === "ModifyNetworkInterfaceAttribute" ? 0 : event.time;
  const of = JSON.stringify([name, source, region, accountId, resources, parameters, time]);
  const digits = createHash("sha256").update(of).digest("hex");
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20, 32)].join("-");
}
