import { describe, expect, test } from "@jest/globals";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, eventual, flag, listOf, number, object, objectWith, oneOf, recordOf, text } from "./argument-checks";

const nat = oneOf(["none", "one"]);
const network = objectWith({ zones: listOf(text), subnetPrefix: number });

describe("a value is accepted", () => {
  test.each<[string, ArgumentCheck, unknown]>([
    ["text", text, "10.0.0.0/16"],
    ["false", flag, false],
    ["zero", number, 0],
    ["one of the values", nat, "one"],
    ["an empty list", listOf(text), []],
    ["an object with more than is checked", network, { zones: ["us-east-1a"], other: 1 }],
    ["an argument that is undefined", network, { zones: undefined }],
    ["a record", recordOf(object), { internal: {} }],
    ["an output of anything", eventual(text), pulumi.output(5)],
  ])("%s", (_, check, value) => {
    expect(() => check("main", value)).not.toThrow();
  });
});

describe("a value is refused with its path, what is expected, and what it is:", () => {
  const plain = "The component needs its value while the program runs: pass a plain value.";
  test.each<[string, ArgumentCheck, unknown, string]>([
    ["a number for text", text, 10, "main: Expected a string that is not empty, got 10."],
    ["empty text", text, "", 'main: Expected a string that is not empty, got "".'],
    ["text for a number", number, "28", 'main: Expected a number, got "28".'],
    ["text for a flag", flag, "false", 'main: Expected true or false, got "false".'],
    ["another value", nat, "gateway", 'main: Expected one of none, one, got "gateway".'],
    ["text for a list", listOf(text), "us-east-1a", 'main: Expected a list, got "us-east-1a".'],
    ["undefined in a list", listOf(text), ["us-east-1a", undefined], "main[1]: Expected a string that is not empty, got undefined."],
    ["a hole in a list", listOf(text), Array(1), "main[0]: Expected a string that is not empty, got undefined."],
    ["null", network, { subnetPrefix: null }, "main.subnetPrefix: Expected a number, got null. Remove it, or set a value."],
    ["an output for text", text, pulumi.output("x"), `main: Expected a string that is not empty, got an Output. ${plain}`],
    ["a promise for a list", listOf(text), Promise.resolve([]), `main: Expected a list, got a Promise. ${plain}`],
    ["an output for an object", object, pulumi.output({}), `main: Expected an object, got an Output. ${plain}`],
    ["a list for an object", recordOf(object), [], "main: Expected an object, got a list."],
    ["nothing for an element of a record", recordOf(object), { internal: undefined }, "main.internal: Expected an object, got undefined."],
    ["a function", object, () => ({}), "main: Expected an object, got a function."],
  ])("%s", (_, check, value, sentence) => {
    const run = (): void => check("main", value);
    expect(run).toThrow(pulumi.RunError);
    expect(run).toThrow(new pulumi.RunError(sentence));
  });
});
