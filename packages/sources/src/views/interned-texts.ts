/**
 * One copy of each text. A state file repeats the URN of a resource in everything that depends on it, and each copy would take its own memory and would be compared
 * character by character.
 */
export class InternedTexts {
  private readonly texts = new Map<string, string>();

  of(text: string): string {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    this.texts.set(text, text);
    return text;
  }

  all(texts: readonly string[]): readonly string[] {
    return texts.map((text) => this.of(text));
  }
}
