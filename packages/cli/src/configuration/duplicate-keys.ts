import { visit } from "jsonc-parser";

/** The keys that a JSON text has twice in one object, each as the path of its later place: `eni-budget.maxPerVpc`, with the line. JSON keeps the last. */
export function duplicateKeys(text: string): readonly { readonly path: string; readonly line: number }[] {
  const open: Set<string>[] = [];
  const found: { path: string; line: number }[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (key, _offset, _length, line, _character, pathOf) => {
      const keys = open.at(-1);
      if (keys?.has(key) === true) found.push({ path: [...pathOf(), key].join("."), line: line + 1 });
      keys?.add(key);
    },
  });
  return found;
}
