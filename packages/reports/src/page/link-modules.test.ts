import { expect, test } from "@jest/globals";
import { runInNewContext } from "node:vm";
import { inScriptElement, linkModules } from "./link-modules";

const modules: Readonly<Record<string, string>> = {
  "a/main": 'const double_1 = require("./parts/double"); exports.twelve = double_1.double(require("../b/six").six);',
  "a/parts/double": 'const count_1 = require("../count"); count_1.loads(); exports.double = (n) => 2 * n;',
  "a/count": "let n = 0; exports.loads = () => ++n;",
  "b/six": 'require("@team/a/count").loads(); exports.six = 6;',
};
const read = (module: string): string => modules[module] ?? "";

test("linked modules compute what they compute apart, each is loaded once, and a package that is given is its folder", () => {
  const main = 'result = [load("a/main").twelve, load("a/count").loads()];';
  const script = linkModules({ entries: ["a/main"], main, read, packages: { "@team/a": "a" } });
  expect(runInNewContext(`let result; ${script}; result`)).toEqual([12, 3]);
});

test.each(["ipaddr.js", "@team/ab/count"])("a module that imports the package %s is refused", (name) => {
  const linking = { entries: ["a"], main: "", read: () => `require("${name}")`, packages: { "@team/a": "a" } };
  expect(() => linkModules(linking)).toThrow(`a imports ${name}, which a page does not have.`);
});

test("a script cannot end its element, and its strings keep their values", () => {
  const script = inScriptElement("'</SCRIPT><!--<script' + `</script>`");
  expect(script).not.toMatch(/<\/?script|<!--/i);
  expect(runInNewContext(script)).toBe("</SCRIPT><!--<script</script>");
});
