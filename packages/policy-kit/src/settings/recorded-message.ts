import { printableJson } from "@lambda-vpc/model";
import { isRecord } from "../configuration/is-record";
import type { WaiverRecord } from "./waiver-record";

/** The line of a message that carries what waivers would record of its findings. Only programs get it. */
const LINE = /\nwaivers: (\[.*\])\n*$/;

/** A message for a program, from which `lambda-vpc baseline` makes waivers. */
export function withRecords<M extends string>(message: M, records: readonly WaiverRecord[]): M {
  return records.length === 0 ? message : (`${message.trimEnd()}\nwaivers: ${printableJson(records)}` as M);
}

/** The reverse of `withRecords`. Without such a line, the records are absent. */
export function recordsIn(message: string): { readonly message: string; readonly records?: readonly WaiverRecord[] } {
  const line = LINE.exec(message);
  const records = line === null ? undefined : parsed(line[1] ?? "");
  return line === null || records === undefined ? { message: message.trimEnd() } : { message: message.slice(0, line.index), records };
}

function parsed(text: string): readonly WaiverRecord[] | undefined {
  try {
    const records: unknown = JSON.parse(text);
    return Array.isArray(records) && records.every(isWaiverRecord) ? records : undefined;
  } catch {
    return undefined;
  }
}

function isWaiverRecord(value: unknown): value is WaiverRecord {
  return isRecord(value) && typeof value["policy"] === "string" && value["subject"] !== undefined;
}
