import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** For tests: a separate temporary folder with shell scripts in place of real programs. */
export class FakeMachine {
  readonly root = realpathSync(mkdtempSync(path.join(os.tmpdir(), "engine-test-")));

  /** A shell script at `name` below the root; gives its absolute path. */
  script(name: string, body: string): string {
    const file = this.file(name, `#!/bin/sh\n${body}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  /** A plain file at `name` below the root; gives its absolute path. */
  file(name: string, content: string): string {
    const file = path.join(this.root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  /** A pulumi that prints this version, with a language host next to it; returns the path of the pulumi. */
  pulumi(folder: string, version: string): string {
    this.script(`${folder}/pulumi-language-nodejs`, "exit 1");
    return this.script(`${folder}/pulumi`, `echo v${version}`);
  }

  /** The PATH of these folders below the root. */
  PATH(...folders: readonly string[]): string {
    return folders.map((folder) => path.join(this.root, folder)).join(path.delimiter);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
