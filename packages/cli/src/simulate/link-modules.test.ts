import { expect, test } from "@jest/globals";
import { runInNewContext } from "node:vm";
import { inScriptElement, linkModules } from "./link-modules";

const modules: Readonly<Record<string, string>> = {
  "a/main": 'const double_1 = require("./parts/double"); exports.twelve = double_1.double(require("../b/six").six);',
  "a/parts/double": 'const count_1 = require("../count"); count_1.loads(); exports.double = (n) => 2 * n;',
  "a/count": "let n = 0; exports.loads = () => ++n;",
  "b/six": 'require("../a/count").loads(); exports.six = 6;',
};
const read = (module: string): string => modules[module] ?? "";

test("linked modules compute what they compute apart, and each is loaded once", () => {
  const script = linkModules(["a/main"], 'result = [load("a/main").twelve, load("a/count").loads()];', read);
  expect(runInNewContext(`let result; ${script}; result`)).toEqual([12, 3]);
});

test("a module that imports a package is refused", () => {
  expect(() => linkModules(["a"], "", () => 'require("ipaddr.js")')).toThrow("a imports ipaddr.js, which a page does not have.");
});

test("a script cannot end its element, and its strings keep their values", () => {
  const script = inScriptElement("'</SCRIPT><!--' + `</script>`");
  expect(script).not.toMatch(/<\/script|<!--/i);
  expect(runInNewContext(script)).toBe("</SCRIPT><!--</script>");
});
