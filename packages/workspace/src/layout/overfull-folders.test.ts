import { expect, test } from "@jest/globals";
import { MOST_FILES, overfullFolders } from "./overfull-folders";

const files = (count: number, name: (index: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => name(index));

test("a folder holds at most 20 source files", () => {
  const full = files(MOST_FILES, (index) => `packages/model/src/count/file-${index}.ts`);
  expect(overfullFolders(full)).toEqual([]);
  expect(overfullFolders([...full, "packages/model/src/count/one-more.ts"])).toEqual([{ folder: "packages/model/src/count", files: 21 }]);
});

test("tests, pages and files of other folders do not count", () => {
  const full = files(MOST_FILES, (index) => `policies/p/src/file-${index}.ts`);
  const others = files(30, (index) => `policies/p/src/file-${index}.test.ts`).concat(
    files(30, (index) => `policies/p/src/file-${index}.md`),
  );
  expect(overfullFolders([...full, ...others, ...files(9, (index) => `policies/p/src/more/file-${index}.ts`)])).toEqual([]);
});
