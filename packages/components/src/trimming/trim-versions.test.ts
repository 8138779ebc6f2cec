import { describe, expect, test } from "@jest/globals";
import type { LambdaCalls } from "./lambda-calls";
import { LIFECYCLE_KEY, type TrimEvent, trimmer } from "./trim-versions";

class Refusal extends Error {
  constructor(override readonly name: string) {
    super(`refused as ${name}`);
  }
}

/** A function with these versions in pages of two, and aliases; `refuses` lists the calls that Lambda refuses, with the error. */
function lambdaWith(
  versions: string[],
  { aliases = [], provisioned = [], groups = {}, refuses = () => undefined }: Partial<Circumstances> = {},
) {
  const calls: string[] = [];
  const answer = <T>(call: string, result: T): Promise<T> => {
    calls.push(call);
    const refusal = refuses(call, calls);
    return refusal === undefined ? Promise.resolve(result) : Promise.reject(new Refusal(refusal));
  };
  const lambda: LambdaCalls = {
    listVersionsByFunction: ({ Marker = "0" }) => {
      const [start, end] = [Number(Marker), Number(Marker) + 2];
      const Versions = versions.slice(start, end).map((Version) => ({
        Version,
        VpcConfig: { SubnetIds: ["subnet-1"], SecurityGroupIds: [groups[Version] ?? "sg-1"] },
      }));
      return answer("list", { Versions, ...(end < versions.length ? { NextMarker: String(end) } : {}) });
    },
    listAliases: () => answer("aliases", { Aliases: typeof aliases === "function" ? aliases(calls) : aliases }),
    listProvisionedConcurrencyConfigs: () => answer("provisioned", { ProvisionedConcurrencyConfigs: provisioned }),
    deleteFunction: ({ FunctionName, Qualifier }) => answer(`delete ${FunctionName}:${Qualifier}`, {}),
  };
  return { lambda, calls };
}

interface AliasOf {
  readonly FunctionVersion: string;
  readonly RoutingConfig?: { AdditionalVersionWeights: Record<string, number> };
}

interface Circumstances {
  readonly aliases: readonly AliasOf[] | ((calls: readonly string[]) => readonly AliasOf[]);
  /** The group of a version, if it is another than `sg-1`. */
  readonly groups: Readonly<Record<string, string>>;
  readonly provisioned: readonly { FunctionArn: string }[];
  readonly refuses: (call: string, calls: readonly string[]) => string | undefined;
}

const event: TrimEvent = { functionName: "orders", version: "5", keep: 1, [LIFECYCLE_KEY]: { action: "update" } };
const five = ["$LATEST", "1", "2", "3", "4", "5"];
const atOnce = (): Promise<void> => Promise.resolve();

describe("a trimmer", () => {
  test("reads all pages, and deletes old versions one by one, the oldest first", async () => {
    const { lambda, calls } = lambdaWith(five);
    expect(await trimmer(lambda)({ ...event, keep: 2 })).toEqual({ deleted: ["1", "2", "3"], refused: [] });
    expect(calls).toEqual(["list", "list", "list", "aliases", "provisioned", "delete orders:1", "delete orders:2", "delete orders:3"]);
  });

  test("spares what an alias names, first or second, and what has provisioned concurrency", async () => {
    const { lambda } = lambdaWith(five, {
      aliases: [{ FunctionVersion: "3", RoutingConfig: { AdditionalVersionWeights: { "1": 0.1 } } }],
      provisioned: [{ FunctionArn: "arn:aws:lambda:us-east-1:123456789012:function:orders:4" }],
    });
    expect(await trimmer(lambda)(event)).toEqual({ deleted: ["2"], refused: [] });
  });

  test("deletes a version of a former group too, however many are kept", async () => {
    const { lambda } = lambdaWith(five, { groups: { "4": "sg-old" } });
    expect(await trimmer(lambda)({ ...event, keep: 3 })).toEqual({ deleted: ["1", "2", "4"], refused: [] });
  });

  test("waits for an alias that moves from a version of a former group to the new one", async () => {
    const looks = (calls: readonly string[]): number => calls.filter((call) => call === "aliases").length;
    const { lambda } = lambdaWith(["1", "2"], {
      groups: { "1": "sg-old" },
      aliases: (calls) => [{ FunctionVersion: looks(calls) < 2 ? "1" : "2" }],
    });
    const pauses: number[] = [];
    const pause = (seconds: number): Promise<void> => Promise.resolve(void pauses.push(seconds));
    expect(await trimmer(lambda, pause)({ ...event, keep: 2 })).toEqual({ deleted: ["1"], refused: [] });
    expect(pauses).toEqual([1, 2]);
  });

  test("leaves a version of a former group to the alias that stays on it, after some seconds", async () => {
    const pauses: number[] = [];
    const pause = (seconds: number): Promise<void> => Promise.resolve(void pauses.push(seconds));
    const { lambda } = lambdaWith(["1", "2"], { groups: { "1": "sg-old" }, aliases: [{ FunctionVersion: "1" }] });
    expect(await trimmer(lambda, pause)({ ...event, keep: 2 })).toEqual({ deleted: [], refused: [] });
    expect(pauses).toEqual([1, 2, 4, 8]);
  });

  test("does nothing when its question goes", async () => {
    const { lambda, calls } = lambdaWith(five);
    expect(await trimmer(lambda)({ ...event, [LIFECYCLE_KEY]: { action: "delete" } })).toEqual({ deleted: [], refused: [] });
    expect(calls).toEqual([]);
  });

  test("tells of a version that an alias has come to name, and passes over one that is gone already", async () => {
    const { lambda } = lambdaWith(five, {
      refuses: (call) => ({ "delete orders:1": "ResourceConflictException", "delete orders:2": "ResourceNotFoundException" })[call],
    });
    expect(await trimmer(lambda)(event)).toEqual({ deleted: ["2", "3", "4"], refused: ["1"] });
  });

  test("waits for a permission that was granted a moment ago", async () => {
    const denied = (call: string, calls: readonly string[]): string | undefined =>
      call === "list" && calls.length < 4 ? "AccessDeniedException" : undefined;
    const pauses: number[] = [];
    const pause = (seconds: number): Promise<void> => Promise.resolve(void pauses.push(seconds));
    expect(await trimmer(lambdaWith(five, { refuses: denied }).lambda, pause)(event)).toMatchObject({ deleted: ["1", "2", "3", "4"] });
    expect(pauses).toEqual([1, 2, 4]);
  });

  test.each([
    ["delete orders:3", "AccessDeniedException", "deleted 1, 2 and stopped at AccessDeniedException: refused"],
    ["delete orders:1", "ServiceException", "deleted no version and stopped at ServiceException: refused"],
    ["aliases", "TooManyRequestsException", "deleted no version and stopped at TooManyRequestsException: refused"],
  ])("stops where %s meets %s, and says how far it came", async (refused, name, says) => {
    const { lambda } = lambdaWith(five, { refuses: (call) => (call === refused ? name : undefined) });
    await expect(trimmer(lambda, atOnce)(event)).rejects.toThrow(`Trimming the versions of orders ${says}`);
  });
});
