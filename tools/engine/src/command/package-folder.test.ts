import { expect, test } from "@jest/globals";
import { withPackageFolder } from "./package-folder";

const folder = "src";
const rows = [
  {
    sentence: "a folder that is there becomes a path",
    given: ["package", "get-schema", folder],
    runs: ["package", "get-schema", `./${folder}`],
  },
  {
    sentence: "what follows it stays",
    given: ["package", "gen-sdk", folder, "--out", "x"],
    runs: ["package", "gen-sdk", `./${folder}`, "--out", "x"],
  },
  { sentence: "a path stays", given: ["package", "get-schema", "./src"], runs: ["package", "get-schema", "./src"] },
  {
    sentence: "the name of a package that is no folder stays",
    given: ["package", "get-schema", "aws"],
    runs: ["package", "get-schema", "aws"],
  },
  { sentence: "other commands stay", given: ["stack", "init", folder], runs: ["stack", "init", folder] },
  { sentence: "a flag stays", given: ["package", "get-schema", "--help"], runs: ["package", "get-schema", "--help"] },
];

test.each(rows)("$sentence", ({ given, runs }) => {
  expect(withPackageFolder(given, `${__dirname}/../..`)).toEqual(runs);
});
