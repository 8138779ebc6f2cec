import { expect, test as everywhere } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@lambda-vpc/test-stacks/workspace";
import { type PackageSchema, pythonFaults } from "./python-faults";
import { hasPython, readPython } from "./read-python";

if (!hasPython)
  process.stderr.write("SKIPPED: there is no Python 3.9 or later to parse the example; it is not checked against the schema.\n");
const test = hasPython ? everywhere : everywhere.skip;

const schema = JSON.parse(readFileSync(join(repositoryRoot, "packages/components/schema.json"), "utf8")) as PackageSchema;
const example = readFileSync(join(repositoryRoot, "examples/other-languages/python/__main__.py"), "utf8");

function faults(source: string): readonly string[] {
  return pythonFaults(readPython(source), schema);
}

test("the example in Python gives each component what the schema says", () => {
  expect(faults(example)).toEqual([]);
});

const mistakes: readonly { readonly mistake: string; readonly from: string; readonly to: string; readonly fault: string }[] = [
  { mistake: "a component that is not there", from: ".LambdaVpc(", to: ".LambdaNetwork(", fault: "there is no lambda_vpc.LambdaNetwork" },
  { mistake: "a keyword that is not there", from: "cidr_block=", to: "cidr=", fault: "lambda_vpc.NetworkDescriptionArgs has no cidr" },
  {
    mistake: "a keyword in the other languages' case",
    from: "nat_zone=",
    to: "natZone=",
    fault: "lambda_vpc.NetworkDescriptionArgs has no natZone",
  },
  { mistake: "a required argument that is missing", from: "sets=", to: "opts=", fault: "lambda_vpc.LambdaVpc lacks sets" },
  { mistake: "a value of another type", from: "port=443", to: 'port="443"', fault: "lambda_vpc.ReachArgs port is no number" },
  { mistake: "an element of another type", from: '"us-east-1b"]', to: "2]", fault: "lambda_vpc.NetworkDescriptionArgs zones is no string" },
  { mistake: "a choice that is none", from: "Nat.ONE", to: "Nat.TWO", fault: "lambda_vpc.NetworkDescriptionArgs nat is no lambda_vpc.Nat" },
  {
    mistake: "arguments of another kind",
    from: "FunctionSetArgs",
    to: "ReachArgs",
    fault: "lambda_vpc.LambdaVpc sets.internet is no lambda_vpc.FunctionSet",
  },
  { mistake: "code that is no archive", from: "pulumi.FileArchive", to: "open", fault: "lambda_vpc.FunctionInSetArgs code is no archive" },
  { mistake: "an output that is not there", from: "shop.plan", to: "shop.plans", fault: "shop hands out no plans" },
];

test.each(mistakes)("$mistake is told", ({ from, to, fault }) => {
  expect(example).toContain(from);
  expect(faults(example.replace(from, to))).toContain(fault);
});

test("Python that is more than imports, assignments and calls is not taken for read", () => {
  expect(() => readPython("for zone in zones: pass")).toThrow();
});
