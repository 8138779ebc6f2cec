import { posix } from "node:path";

const IMPORT = /\brequire\("([^"]+)"\)/g;

/**
 * One script of compiled CommonJS modules and what they import, each as its compiler wrote it. `main` is code after them, which imports by
 * `load("PATH")`. `read` gives the text of a module without its ending `.js`.
 *
 * @throws Error if a module imports a package: a page has none.
 */
export function linkModules(entries: readonly string[], main: string, read: (module: string) => string): string {
  const reached = new Set(entries);
  const definitions = [...iterate(reached, read)];
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
function* iterate(reached: Set<string>, read: (module: string) => string): Iterable<string> {
  for (const module of reached) {
    const text = read(module).replace(IMPORT, (_, specifier: string) => {
      if (!specifier.startsWith(".")) throw new Error(`${module} imports ${specifier}, which a page does not have.`);
      const imported = posix.join(posix.dirname(module), specifier);
      reached.add(imported);
      return `require(${JSON.stringify(imported)})`;
    });
    yield `${JSON.stringify(module)}(exports, require) {\n${text}}`;
  }
}

/** A script as the content of a `script` element: what would end the element is escaped in strings and templates. */
export function inScriptElement(script: string): string {
  return script.replace(/<(?=\/script|!--)/gi, "\\x3c");
}
