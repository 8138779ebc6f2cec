import { posix } from "node:path";

const IMPORT = /\brequire\("([^"]+)"\)/g;

/** What a script of a page consists of. */
export interface Linking {
  /** The modules that `main` loads. What they import follows. */
  readonly entries: readonly string[];
  /** Code after the modules, which loads them by `load("PATH")`. */
  readonly main: string;
  /** The text of a module without its ending `.js`, as its compiler wrote it. */
  readonly read: (module: string) => string;
  /** The folder of each package that modules may import, by the name of the package. None if not given. */
  readonly packages?: Readonly<Record<string, string>>;
}

/**
 * One script of compiled CommonJS modules and what they import, each as its compiler wrote it.
 *
 * @throws Error if a module imports another package: a page has none.
 */
export function linkModules({ entries, main, read, packages = {} }: Linking): string {
  const reached = new Set(entries);
  const definitions = [...iterate(reached, read, packages)];
  return `"use strict";
const modules = {
${definitions.join(",\n")}
};
const loaded = {};
function load(name) {
  if (!(name in loaded)) modules[name]((loaded[name] = {}), load);
  return loaded[name];
}
${main}
`;
}

/** The definition of each module. A set that grows while it is iterated gives what it gets. */
function* iterate(reached: Set<string>, read: Linking["read"], packages: Readonly<Record<string, string>>): Iterable<string> {
  for (const module of reached) {
    const text = read(module).replace(IMPORT, (_, specifier: string) => {
      const imported = specifier.startsWith(".") ? posix.join(posix.dirname(module), specifier) : inPackage(specifier, packages);
      if (imported === undefined) throw new Error(`${module} imports ${specifier}, which a page does not have.`);
      reached.add(imported);
      return `require(${JSON.stringify(imported)})`;
    });
    yield `${JSON.stringify(module)}(exports, require) {\n${text}}`;
  }
}

function inPackage(specifier: string, packages: Readonly<Record<string, string>>): string | undefined {
  const found = Object.entries(packages).find(([name]) => specifier.startsWith(`${name}/`));
  return found === undefined ? undefined : found[1] + specifier.slice(found[0].length);
}

/** A script as the content of a `script` element: what would end the element is escaped in strings and templates. */
export function inScriptElement(script: string): string {
  return script.replace(/<(?=\/script|!--|script)/gi, "\\x3c");
}
