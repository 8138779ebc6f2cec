import { expect, test } from "@jest/globals";
import { withOwnDocuments } from "./cited-documents";

test.each<[name: string, file: string, text: string, published: string]>([
  ["a page", "src/few-things.md", "[facts](../../../docs/aws-facts.md#eni-sharing)", "[facts](../docs/aws-facts.md#eni-sharing)"],
  ["a page in a folder", "src/use/few.md", "[facts](../../../../docs/engine-facts.md#x)", "[facts](../../docs/engine-facts.md#x)"],
  ["the README", "README.md", "[facts](../../docs/aws-facts.md)", "[facts](docs/aws-facts.md)"],
])("%s links to the documents of its package", (_, file, text, published) => expect(withOwnDocuments(file, text)).toBe(published));

test("links to other documents stay", () => {
  const text = "[decision](../../docs/decisions/0001-x.md) [web](https://example.com/docs/aws-facts.md) [page](src/few-things.md)";
  expect(withOwnDocuments("README.md", text)).toBe(text);
});
