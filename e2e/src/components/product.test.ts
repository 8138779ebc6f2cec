import { expect, test } from "@jest/globals";
import { heldCombinations, orphanedInterfaces } from "@lambda-vpc/test-stacks/account";
import { expectedPreview, policySection } from "@lambda-vpc/test-stacks/expected-preview";
import { strictPreset, wholePack, withPack } from "@lambda-vpc/test-stacks/packs";
import { undoneNext } from "@lambda-vpc/test-stacks/planned-steps";
import { inScaledTime, stackOutput, succeeds } from "@lambda-vpc/test-stacks/stack-commands";
import { type Program, withWorkspace } from "@lambda-vpc/test-stacks/workspace";

/** AWS's 20 minutes until Lambda deletes an interface take 12 seconds: at 0, a destroy in the wrong order orphans none. */
const SCALE = 0.01;

const EXAMPLE = "12-a-product";

/** A preview under every policy at `strict`. It fails if one is violated. */
async function strictly(stack: Program): Promise<string> {
  return policySection((await succeeds(stack, "preview", ...withPack(stack, strictPreset(), wholePack))).stdout);
}

/** 15 more functions and one more zone, as the owners of the product would write them. */
function grown(source: string): string {
  const last = /^ {2}"track-parcel": .*\n/m.exec(source)?.[0] ?? "";
  expect(last).not.toBe("");
  const more = Array.from({ length: 15 }, (_, index) =>
    last.replace("track-parcel", `track-parcel-${index}`).replace("/parcels/", `/parcels/${index}/`),
  );
  return source.replaceAll('"us-east-1b"]', '"us-east-1b", "us-east-1c"]').replace(last, last + more.join(""));
}

/** The life of the product takes a minute or two, so it runs at night (`CASES=all`). Its previews run always. */
const nightly = process.env["CASES"] === "all";

test("a product passes the strictest policies in both environments, and at night is deployed, grows to 40 functions and three zones, and goes", () =>
  withWorkspace(async ({ engine, program }) => {
    const stack = await program(EXAMPLE);
    const first = await strictly(stack);
    expect(first).toBe(expectedPreview(EXAMPLE, first));
    await succeeds(stack, "stack init prod");
    expect(await strictly(stack)).toBe(first);
    if (!nightly) return;

    const deployed = async (): Promise<object> => {
      await succeeds(stack, "up --yes --skip-preview");
      const { combinations: planned } = (await stackOutput(stack, "plan")) as { readonly combinations: number };
      return { planned, held: await heldCombinations(engine), orphaned: await orphanedInterfaces(engine) };
    };
    await succeeds(stack, "stack select dev");
    expect(await deployed()).toEqual({ planned: 6, held: 6, orphaned: 0 });
    await succeeds(stack, "preview --expect-no-changes");

    stack.edit(grown);
    expect(await undoneNext(stack)).toEqual([]);
    expect(await deployed()).toEqual({ planned: 9, held: 9, orphaned: 0 });

    await succeeds(stack, "stack select prod");
    await succeeds(stack, "up --yes --skip-preview");
    await succeeds(inScaledTime(stack, SCALE), "destroy --yes --skip-preview");
    await succeeds(stack, "stack select dev");
    await succeeds(inScaledTime(stack, SCALE), "destroy --yes --skip-preview");
    expect([await heldCombinations(engine), await orphanedInterfaces(engine)]).toEqual([0, 0]);
  }));
