/** Whether `pattern` matches `text`: `*` is any number of characters, `?` is one. Its time is proportional to the product of both lengths. */
export function matchesWildcard(pattern: string, text: string): boolean {
  let [at, star, resumed] = [0, -1, 0];
  for (let place = 0; place < text.length;) {
    const expected = pattern[at];
    if (expected === "*") {
      [star, resumed] = [at, place];
      at += 1;
    } else if (expected === "?" || expected === text[place]) {
      [at, place] = [at + 1, place + 1];
    } else if (star >= 0) {
      // Let the last `*` match one more character.
      resumed += 1;
      [at, place] = [star + 1, resumed];
    } else return false;
  }
  return /^\**$/.test(pattern.slice(at));
}
