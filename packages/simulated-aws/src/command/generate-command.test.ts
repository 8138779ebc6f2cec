import { expect, test } from "@jest/globals";
import { DEFAULT_ACCOUNT_ID } from "../account/store/account";
import { exitCodes } from "./command-error";
import { generateCommand } from "./generate-command";
import { parseContent } from "./seed-file";
import { seedAccounts } from "./seed-accounts";

test("it prints a seed file with the accounts", () => {
  const printed = generateCommand(["--accounts", "2", "--functions", "40", "--interfaces", "30", "--regions", "us-east-1,eu-west-1"]);
  const accounts = seedAccounts("printed", parseContent("printed", printed));
  expect(accounts.map(({ id, file }) => [id, file.functions.length])).toEqual([
    [DEFAULT_ACCOUNT_ID, 20],
    ["200000000001", 20],
  ]);
});

test.each([
  ["a number that is none", ["--functions", "many"], '--functions is "many". Specify a whole number from 1'],
  ["an unknown Region", ["--regions", "us-east-1,mars-1"], '--regions has "mars-1"'],
  ["an impossible account", ["--functions", "1", "--versions", "0"], "Generate more functions or fewer interfaces"],
  ["an unknown option", ["--lambdas", "3"], "Unknown option '--lambdas'"],
])("it refuses %s", (_, options, message) => {
  const refused = () => generateCommand(options);
  expect(refused).toThrow(expect.objectContaining({ exitCode: exitCodes.usage, message: expect.stringContaining(message) }));
});
