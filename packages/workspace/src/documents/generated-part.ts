/** `text` with `content` between the markers of the part `name`, on separate lines. Throws if the markers are missing. */
export function withGeneratedPart(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- generated: ${name} -->`, "<!-- /generated -->"];
  const start = text.indexOf(begin);
  const stop = text.indexOf(end, start);
  if (start < 0 || stop < 0) throw new Error(`has no place for "${name}": put the lines ${begin} and ${end} where it belongs`);
  return `${text.slice(0, start + begin.length)}\n\n${content.trim()}\n\n${text.slice(stop)}`;
}
