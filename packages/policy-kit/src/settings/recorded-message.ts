import { printableJson } from "@lambda-vpc/model";
import { isRecord } from "../configuration/is-record";
import type { WaiverRecord } from "./waiver-record";

/** The line of a message that carries what waivers would record of its findings. Only programs get it. */
const LINE = /\nwaivers: (\[.*\])(?:, (\d+) with secrets)?\n*$/;

/** What waivers would record of the findings of a message. */
export interface Records {
  readonly records: readonly WaiverRecord[];
  /** How many records are left out, because they would contain a text that the program marks as secret. */
  readonly withSecrets?: number;
}

/** A message for a program, from which `lambda-vpc baseline` makes waivers. */
export function withRecords<M extends string>(message: M, { records, withSecrets = 0 }: Records): M {
  if (records.length + withSecrets === 0) return message;
  return `${message.trimEnd()}\nwaivers: ${printableJson(records)}${withSecrets === 0 ? "" : `, ${withSecrets} with secrets`}` as M;
}

/** The reverse of `withRecords`. Without such a line, the records are absent. */
export function recordsIn(message: string): { readonly message: string } & Partial<Records> {
  const line = LINE.exec(message);
  const records = line === null ? undefined : parsed(line[1] ?? "");
  if (line === null || records === undefined) return { message: message.trimEnd() };
  return { message: message.slice(0, line.index), records, ...(line[2] === undefined ? {} : { withSecrets: Number(line[2]) }) };
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
