import { createHash } from "node:crypto";
import { type AnswerObject, isAnswerList, isAnswerObject } from "../operation/answer";
import type { Call } from "../operation/call";
import { unrecordedTypes } from "./aggregator";
import { configurationItems } from "./configuration-items";

/** A configuration snapshot of an account in a Region, with the place at which AWS Config delivers it (docs/aws-facts.md#configuration-snapshots). */
export interface ConfigSnapshot {
  /** The key in the bucket. */
  readonly key: string;
  /** Before compression. */
  readonly content: AnswerObject;
}

/** The snapshot of the present items. */
export function configSnapshot(call: Call): ConfigSnapshot {
  const { account, region, now, organization } = call;
  const time = new Date(now).toISOString();
  const id = uuid(`${account.id} ${region} ${time}`);
  const [year, month, day] = [new Date(now).getUTCFullYear(), new Date(now).getUTCMonth() + 1, new Date(now).getUTCDate()];
  const folder = `AWSLogs/${account.id}/Config/${region}/${year}/${month}/${day}/ConfigSnapshot`;
  const stamp = time.replace(/\.\d+/, "").replace(/[-:]/g, "");
  const unrecorded = new Set(unrecordedTypes(organization, account.id));
  const items = configurationItems(call).filter(({ resourceType }) => !unrecorded.has(String(resourceType)));
  return {
    key: `${folder}/${account.id}_Config_${region}_ConfigSnapshot_${stamp}_${id}.json.gz`,
    content: {
      fileVersion: "1.0",
      configSnapshotId: id,
      configurationItems: items.map((item) => ({
        configurationItemVersion: "1.0",
        ...item,
        configurationItemCaptureTime: time,
        configurationStateId: uuid(`${String(item["arn"])} ${time}`),
        tags: tagMap(item),
        relatedEvents: [],
        relationships: [],
      })),
    },
  };
}

/** A snapshot has tags by their keys, and a query has a list of them. */
function tagMap({ tags }: AnswerObject): AnswerObject {
  const list = tags !== undefined && isAnswerList(tags) ? tags.filter(isAnswerObject) : [];
  return Object.fromEntries(list.map(({ key, value }) => [String(key), String(value)]));
}

function uuid(of: string): string {
  const digits = createHash("sha256").update(of).digest("hex");
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20, 32)].join("-");
}
