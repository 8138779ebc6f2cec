/** Numbers that follow from a seed, so that equal options generate equal accounts. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to `bound - 1`. */
  below(bound: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  }

  /** One of the elements, of which there is at least one. */
  pick<Element>(elements: readonly [Element, ...Element[]]): Element {
    return elements[this.below(elements.length)] ?? elements[0];
  }

  /** The elements in another order. */
  shuffled<Element>(elements: readonly Element[]): readonly Element[] {
    const result = [...elements];
    for (let index = result.length - 1; index > 0; index--) {
      const other = this.below(index + 1);
      [result[index], result[other]] = [result[other] as Element, result[index] as Element];
    }
    return result;
  }
}
