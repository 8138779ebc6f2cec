import { printableJson } from "@lambda-vpc/model";
import type { FindingsDocument, FindingValue } from "../document/assessment-document";
import { explained } from "./junit";
import type { FormatOptions } from "./text";

/** Where a rule is explained. */
const HOME = "https://www.npmjs.com/package/@lambda-vpc/lambda-vpc";

/**
 * For code scanning: a log in SARIF 2.1.0. A finding is at the line where the program creates its subject, or at Pulumi.yaml if the input does not state
 * the line. Its fix is text: a SARIF fix must contain the replaced characters, which are not known.
 */
export function sarif(document: FindingsDocument, { folder = "", projectFile = "Pulumi.yaml" }: FormatOptions = {}): string {
  const rules = document.policies.map(({ policy, title, severity, level }) => ({
    id: policy,
    shortDescription: { text: title },
    helpUri: HOME,
    defaultConfiguration: { level: level === "mandatory" ? "error" : "warning" },
    properties: { severity },
  }));
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  const run = {
    tool: { driver: { name: document.tool.name, semanticVersion: document.tool.version, informationUri: HOME, rules } },
    ...(document.stack === null ? {} : { automationDetails: { id: `lambda-vpc/${document.stack}/` } }),
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: document.unchecked.length === 0,
        toolConfigurationNotifications: document.unchecked.map(({ policy, message }) => ({
          level: "error",
          message: { text: message },
          ...(ruleIndex.has(policy) ? { associatedRule: { id: policy, index: ruleIndex.get(policy) } } : {}),
        })),
      },
    ],
    results: document.findings.map((finding) => resultOf(finding, ruleIndex.get(finding.policy), { folder, projectFile })),
    properties: { summary: document.summary },
  };
  return `${printableJson({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] }, 2)}\n`;
}

function resultOf(
  finding: FindingValue,
  ruleIndex: number | undefined,
  { folder, projectFile }: Required<Pick<FormatOptions, "folder" | "projectFile">>,
) {
  const { policy, level, verdict, subject, severity, position, fingerprint, fix } = finding;
  const { file, line, column } = position ?? { file: projectFile, line: 1, column: 1 };
  return {
    ruleId: policy,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: level === "mandatory" ? "error" : verdict === "undecided" ? "note" : "warning",
    message: { text: explained(finding) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(folder, file), uriBaseId: "%SRCROOT%" },
          region: { startLine: line, startColumn: column },
        },
        logicalLocations: [{ fullyQualifiedName: subject, kind: "resource" }],
      },
    ],
    partialFingerprints: { "lambdaVpc/v1": fingerprint },
    properties: { verdict, severity, fix },
  };
}

/** A path of the repository as a relative URI. A file may be next to the folder. */
function uriOf(folder: string, file: string): string {
  return [...folder.split("/"), ...file.split("/")]
    .filter((part) => part !== "" && part !== ".")
    .reduce<readonly string[]>((path, part) => (part === ".." ? path.slice(0, -1) : [...path, part]), [])
    .map(encodeURIComponent)
    .join("/");
}
