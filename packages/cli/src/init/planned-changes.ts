import { join } from "node:path";
import type { FileChange } from "./file-change";
import { presentText } from "../command/read-file";
import { ownVersion } from "../command/own-version";
import { gitlabText, presetText, type WorkflowParts, workflowText } from "./own-files";
import { withEntries } from "./package-json";
import type { Preset } from "./presets";
import { type Project, wayTo } from "./project";

/** The CI systems that `init` writes files for. */
export const ciNames = ["github", "gitlab"] as const;

export type CiName = (typeof ciNames)[number];

export interface InitSettings {
  readonly preset: Preset;
  /** The CI system that previews pull requests. Undefined if none does. */
  readonly ci: CiName | undefined;
}

export interface PlannedChanges {
  /** Every file that `init` manages, changed or not, each before the files that refer to it. Paths are relative to the project's root. */
  readonly files: readonly FileChange[];
  /** The script of package.json that previews with the packs. */
  readonly script: string;
  /** What the user must do in addition, one sentence each. */
  readonly remarks: readonly string[];
}

const pack = "@lambda-vpc/lambda-vpc";

/** The files that `init` writes. Existing content does not change. @throws CommandError if the package.json cannot be read. */
export function plannedChanges(project: Project, { preset, ci }: InitSettings): PlannedChanges {
  const { folder, packageFolder, root } = project;
  const configuration = join(folder, "policies.json");
  const packageJson = join(packageFolder, "package.json");
  const before = presentText(packageJson);
  const place = folder === packageFolder ? "" : ` -C ${quoted(wayTo(folder, packageFolder))}`;
  const range = `^${ownVersion()}`;
  const written = withEntries(before, packageJson, {
    devDependencies: { "@lambda-vpc/cli": range, [pack]: range },
    // It ends with --, so that `npm run preview -- --stack dev` passes its arguments to Pulumi.
    script: `lambda-vpc preview --pack ${pack} --config ${quoted(wayTo(configuration, packageFolder))} --${place}`,
    serves: (script) => script.includes("lambda-vpc preview ") && (place === "" ? !script.includes(" -C ") : script.includes(place)),
  });
  const kept = (file: string, text: () => string): FileChange => {
    const there = presentText(file);
    return { path: wayTo(file, root), before: there, after: there ?? text() };
  };
  const parts: WorkflowParts = {
    folder: wayTo(packageFolder, root),
    script: written.script,
    program: quoted(wayTo(folder, packageFolder)),
    configuration: quoted(wayTo(configuration, packageFolder)),
  };
  const ciFiles: Readonly<Record<CiName, () => readonly FileChange[]>> = {
    github: () => [kept(join(root, ".github/workflows/lambda-vpc.yml"), () => workflowText(parts))],
    gitlab: () => [kept(join(root, GITLAB_JOB), () => gitlabText(parts)), kept(join(root, GITLAB_CI), () => GITLAB_INCLUDE)],
  };
  const files = ci === undefined ? [] : ciFiles[ci]();
  const lacksInclude = files.some(({ path, after }) => path === GITLAB_CI && !after.includes(GITLAB_JOB));
  return {
    files: [kept(configuration, () => presetText(preset)), ...files, { path: wayTo(packageJson, root), before, after: written.text }],
    script: written.script,
    remarks: lacksInclude ? [`Add to ${GITLAB_CI}: include: [{ local: ${GITLAB_JOB} }]`] : [],
  };
}

const GITLAB_CI = ".gitlab-ci.yml";
const GITLAB_JOB = ".gitlab/lambda-vpc.yml";
const GITLAB_INCLUDE = `include:\n  - local: ${GITLAB_JOB}\n`;

/** A path as one word for a shell on Unix or Windows. */
function quoted(path: string): string {
  return /^[\w./@-]+$/.test(path) ? path : `"${path}"`;
}
