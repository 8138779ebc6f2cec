import type { FindingsDocument, FindingValue } from "../document/assessment-document";
import { namesOf } from "./names";
import { summaryOf } from "./text";

/**
 * For the test pages of CI systems: a test case for each finding, and one for each policy without findings. Mandatory findings fail, advisory ones
 * are skipped with their text, and a policy that checked nothing is an error.
 */
export function junit(document: FindingsDocument): string {
  const { policies, findings, unchecked, stack } = document;
  const passed = policies.filter(({ policy }) => ![...findings, ...unchecked].some((one) => one.policy === policy));
  const cases = [
    ...findings.map(caseOf),
    ...unchecked.map(({ policy, reason, message }) => testCase(policy, policy, element("error", { message: reason }, message))),
    ...passed.map(({ policy, title }) => testCase(policy, title, "")),
  ];
  const { mandatory, advisory } = document.summary;
  const numbers = { tests: String(cases.length), failures: String(mandatory), errors: String(unchecked.length), skipped: String(advisory) };
  const suite = element(
    "testsuite",
    { name: stack ?? "no stack", ...numbers },
    `\n${[...cases, element("system-out", {}, summaryOf(document))].join("\n")}\n`,
    true,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", { name: "lambda-vpc", ...numbers }, `\n${suite}\n`, true)}\n`;
}

function caseOf(finding: FindingValue): string {
  const { policy, subject, level, verdict } = finding;
  const kind = level === "mandatory" ? "failure" : "skipped";
  const outcome = element(
    kind,
    { message: `${verdict}: ${finding.what}`, ...(kind === "failure" ? { type: verdict } : {}) },
    explained(finding),
  );
  return testCase(policy, namesOf([subject])(subject), outcome);
}

/** The fact, the reasons and the fixes of a finding as lines. */
export function explained({ what, why, fix }: FindingValue): string {
  return [what, ...why.map((one) => `why: ${one}`), ...fix.map((one) => `fix: ${one}`)].join("\n");
}

function testCase(policy: string, name: string, content: string): string {
  return element("testcase", { classname: `lambda-vpc.${policy}`, name }, content, true);
}

function element(name: string, attributes: Readonly<Record<string, string>>, content: string, isMarkup = false): string {
  const given = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`);
  return `<${name}${given.join("")}>${isMarkup ? content : escaped(content)}</${name}>`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;" };

/** A text in XML 1.0. Characters that XML cannot contain stand as their numbers. */
function escaped(value: string): string {
  return value
    .replaceAll(
      /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu,
      (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
    )
    .replaceAll(/[&<>"\n]/g, (character) => entities[character] ?? character);
}
