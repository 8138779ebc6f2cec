import { describe, expect, test } from "@jest/globals";
import * as pulumi from "@pulumi/pulumi";
import { checkedIds } from "./checked-ids";

describe("a list that shows its size", () => {
  test.each([1, 2])("of %i elements of at most 2 is a list of as many outputs", (size) => {
    const list = Array<string>(size).fill("subnet");
    expect(checkedIds("shared.subnetIds", list, 2)).toHaveLength(size);
  });

  test.each([0, 3])("of %i elements of at most 2 is refused", (size) => {
    const list = Array<string>(size).fill("subnet");
    expect(() => checkedIds("shared.subnetIds", list, 2)).toThrow(`shared.subnetIds: Expected 1 to 2 elements, got ${size}.`);
  });
});

describe("an element", () => {
  test.each([undefined, null, "", 5])("that is %p is refused", (id) => {
    const list = ["subnet", id] as string[];
    expect(() => checkedIds("shared.subnetIds", list, 2)).toThrow(`shared.subnetIds[1]: Expected an id, got ${JSON.stringify(id)}.`);
  });
});

describe("a list that shows its size only later", () => {
  /** How an output ends: what it holds, or why it failed. All its promises fail together, so all are awaited; none is in the SDK's types. */
  async function ending(list: ReturnType<typeof checkedIds>): Promise<unknown> {
    const output = list as unknown as {
      promise(): Promise<unknown>;
      readonly isKnown: Promise<boolean>;
      readonly isSecret: Promise<boolean>;
    };
    const [elements] = await Promise.all([output.promise(), output.isKnown, output.isSecret]);
    return elements;
  }

  test("is let through at first, and holds its elements", async () => {
    await expect(ending(checkedIds("shared.subnetIds", pulumi.output(["a", "b"]), 2))).resolves.toEqual(["a", "b"]);
  });

  test("is refused once an element shows no id", async () => {
    await expect(ending(checkedIds("shared.subnetIds", pulumi.output(["a", ""]), 2))).rejects.toThrow(
      'shared.subnetIds[1]: Expected an id, got "".',
    );
  });

  test("is refused once it shows no list", async () => {
    const list = pulumi.output(undefined) as unknown as pulumi.Output<string[]>;
    await expect(ending(checkedIds("shared.subnetIds", list, 2))).rejects.toThrow(
      "shared.subnetIds: Expected a list of ids, got undefined.",
    );
  });

  test.each([0, 3])("is refused once it shows %i elements of at most 2", async (size) => {
    const list = pulumi.output(Array<string>(size).fill("subnet"));
    await expect(ending(checkedIds("shared.subnetIds", list, 2))).rejects.toThrow(
      `shared.subnetIds: Expected 1 to 2 elements, got ${size}`,
    );
  });
});
