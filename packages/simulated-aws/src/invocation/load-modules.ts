import { posix } from "node:path";
import { compileFunction } from "node:vm";

/** The exports of a module, by name. */
export type Exports = Readonly<Record<string, unknown>>;

/**
 * Loads CommonJS modules from their texts, as Node.js does.
 *
 * @param provided packages in addition to those of Node.js
 * @param globals values that replace globals of Node.js in modules
 * @returns a function that loads the module of a file. It throws what the module throws, and an error for a missing package.
 */
export function moduleLoader(files: Readonly<Record<string, string>>, provided: Exports, globals: Exports): (file: string) => Exports {
  const loaded = new Map<string, { exports: Exports }>();
  const load = (file: string): Exports => {
    const before = loaded.get(file);
    if (before !== undefined) return before.exports;
    const module = { exports: {} };
    loaded.set(file, module);
    const names = ["module", "exports", "require", ...Object.keys(globals)];
    const run = compileFunction(files[file] ?? "", names, { filename: file }) as (...given: readonly unknown[]) => void;
    run(module, module.exports, (specifier: string) => resolve(file, specifier), ...Object.values(globals));
    return module.exports;
  };
  const resolve = (from: string, specifier: string): unknown => {
    if (!specifier.startsWith(".")) {
      const found = provided[specifier] ?? process.getBuiltinModule(specifier);
      if (found === undefined) throw notFound(specifier);
      return found;
    }
    const path = posix.join(posix.dirname(from), specifier);
    const file = [path, `${path}.js`].find((candidate) => candidate in files);
    if (file === undefined) throw notFound(specifier);
    return load(file);
  };
  return load;
}

/** The error of Lambda's Node.js runtime. */
function notFound(specifier: string): Error {
  return Object.assign(new Error(`Cannot find module '${specifier}'`), { name: "Runtime.ImportModuleError" });
}
