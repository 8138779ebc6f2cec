import { join } from "node:path";
import type { FileChange } from "./file-change";
import { presentText } from "../command/read-file";
import { ownVersion } from "../command/own-version";
import { presetText, workflowText } from "./own-files";
import { withEntries } from "./package-json";
import type { Preset } from "./presets";
import { type Project, wayTo } from "./project";

export interface InitSettings {
  readonly preset: Preset;
  /** Whether GitHub Actions preview pull requests. */
  readonly workflow: boolean;
}

export interface PlannedChanges {
  /** Every file that `init` manages, changed or not, each before the files that refer to it. Paths are relative to the project's root. */
  readonly files: readonly FileChange[];
  /** The script of package.json that previews with the packs. */
  readonly script: string;
}

const pack = "@lambda-vpc/lambda-vpc";

/** The files that `init` writes. Existing content does not change. @throws CommandError if the package.json cannot be read. */
export function plannedChanges(project: Project, { preset, workflow }: InitSettings): PlannedChanges {
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
  const workflowFile = join(root, ".github/workflows/lambda-vpc.yml");
  return {
    files: [
      kept(configuration, () => presetText(preset)),
      ...(workflow ? [kept(workflowFile, () => workflowText({ folder: wayTo(packageFolder, root), script: written.script }))] : []),
      { path: wayTo(packageJson, root), before, after: written.text },
    ],
    script: written.script,
  };
}

/** A path as one word for a shell on Unix or Windows. */
function quoted(path: string): string {
  return /^[\w./@-]+$/.test(path) ? path : `"${path}"`;
}
