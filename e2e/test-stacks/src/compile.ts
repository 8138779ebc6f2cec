import { join } from "node:path";
import ts from "typescript";

/** The JavaScript of a program; types are checked apart, for all programs at once. */
export function javaScriptOf(source: string): string {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  return outputText;
}

/** What the compiler has against programs that lie in `folder`, each by its file's name: as strict as users' programs usually are. */
export function typeErrors(sources: ReadonlyMap<string, string>, folder: string): readonly string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ["node"],
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const texts = new Map([...sources].map(([name, source]) => [join(folder, name), source]));
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  const overlay = {
    ...host,
    fileExists: (file: string) => texts.has(file) || fileExists(file),
    readFile: (file: string) => texts.get(file) ?? readFile(file),
    getSourceFile: (file: string, target: ts.ScriptTarget | ts.CreateSourceFileOptions) => {
      const text = texts.get(file) ?? readFile(file);
      return text === undefined ? undefined : ts.createSourceFile(file, text, target);
    },
  };
  const program = ts.createProgram([...texts.keys()], options, overlay);
  return [...texts.keys()].flatMap((file) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(file))
      .map(({ messageText }) => `${file.slice(folder.length + 1)}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`),
  );
}
