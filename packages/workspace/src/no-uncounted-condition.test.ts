import { jest } from "@jest/globals";
import { type Rule, RuleTester } from "eslint";
import { parser } from "typescript-eslint";

const rule = jest.requireActual<Rule.RuleModule>("../lint/no-uncounted-condition.cjs");

/** A test file with properties. */
function file(code: string): string {
  return `import fc from "fast-check"; ${code}`;
}

function property(body: string): string {
  return file(`test("holds", () => { fc.assert(fc.property(fc.nat(), (n) => { ${body} })); });`);
}

function law(body: string): string {
  return file(`test("holds", () => { checkLaw({ "is even": 20 }, [fc.nat()], (n, met) => { ${body} }); });`);
}

const refused = (messageId: string, times = 1): RuleTester.TestCaseError[] => Array<RuleTester.TestCaseError>(times).fill({ messageId });

new RuleTester({ languageOptions: { parser } }).run("no-uncounted-condition", rule, {
  valid: [
    { name: "an expectation of every run", code: property("expect(n).toBe(n);") },
    { name: "a condition that decides no expectation", code: property("let m = n; if (n > 3) m = 3; expect(m).toBe(3);") },
    {
      name: "a function inside that returns early",
      code: property("const f = () => { if (n > 3) return 1; return 2; }; expect(f()).toBe(1);"),
    },
    {
      name: "a loop over a list that is written out",
      code: property('for (const bound of ["min", "max"] as const) expect(bound).toBe(n);'),
    },
    { name: "a loop over a constant", code: property("for (const key of KEYS) expect(key).toBe(n);") },
    { name: "a condition that is counted", code: law('if (met("is even", n % 2 === 0)) expect(n).toBe(2);') },
    { name: "a run that is left and counted", code: law('if (!met("is even", n % 2 === 0)) return; expect(n).toBe(2);') },
    { name: "a second condition that is counted", code: law('if (met("a", n)) expect(n); else if (met("b", n)) expect(n);') },
    { name: "a loop in a law that counts", code: law('met("is even", list.length > 0); for (const one of list) expect(one).toBe(2);') },
    { name: "a throw that is the expectation", code: law("if (n < 0) throw new Error();") },
    { name: "a function that takes met and counts", code: file('function check(n, met) { if (met("is even", n)) expect(n).toBe(2); }') },
    { name: "a plain test beside properties", code: file('test.each(rows)("$s", (row) => { if (row.a) expect(row).toBe(1); });') },
    { name: "a file without properties", code: "function check(n) { if (n) expect(n).toBe(2); }" },
  ],
  invalid: [
    { name: "a precondition", code: property("fc.pre(n > 3); expect(n).toBe(4);"), errors: refused("pre") },
    { name: "a precondition in a law", code: law("fc.pre(n > 3);"), errors: refused("pre") },
    { name: "an expectation under a condition", code: property("if (n > 3) expect(n).toBe(4);"), errors: refused("outside") },
    { name: "one that a shortcut decides", code: property("n > 3 && expect(n).toBe(4);"), errors: refused("outside") },
    {
      name: "one in a loop over generated values",
      code: property("for (const one of list(n)) expect(one).toBe(4);"),
      errors: refused("outside"),
    },
    {
      name: "one in a callback of a list",
      code: property("list(n).forEach((one) => { expect(one).toBe(4); });"),
      errors: refused("outside"),
    },
    { name: "a run that is left early", code: property("if (n > 3) return; expect(n).toBe(4);"), errors: refused("outside") },
    { name: "a throw in a loop", code: property("for (const one of list(n)) if (one > 3) throw new Error();"), errors: refused("outside") },
    { name: "a condition in a law that nobody counts", code: law("if (n > 3) expect(n).toBe(4);"), errors: refused("uncounted") },
    {
      name: "the rest of a counted condition",
      code: law('if (met("is even", n)) use(n); else expect(n).toBe(1);'),
      errors: refused("uncounted"),
    },
    { name: "a law that is left where nobody counts", code: law("if (n > 3) return; expect(n).toBe(4);"), errors: refused("uncounted") },
    {
      name: "a function with a loop that a property calls",
      code: file("function check(list) { for (const one of list) expect(one).toBe(1); }"),
      errors: refused("outside"),
    },
  ],
});
