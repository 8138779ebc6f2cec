import { expect, test } from "@jest/globals";
import { scalingIn } from "./connection-scaling";
import { exactly } from "../count/count";
import { resolveAttachments } from "../combinations/resolved-attachment";
import { attach, sampleNetwork } from "../testing/samples/sample-network";

test("a function without a peak adds no ENI, and takes none away", () => {
  const residents = resolveAttachments(sampleNetwork({ attachments: [attach("orders", ["a"], ["x"]), attach("users", ["a"], ["y"])] }));
  expect(scalingIn("a", residents, [])).toEqual(exactly(0));
  expect(scalingIn("a", residents, [{ function: "users", peak: 130_000 }])).toEqual(exactly(1));
});
