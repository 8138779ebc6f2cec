/** How long to gather types before naming them, in milliseconds: programs register resources in bursts. */
const GATHERING = 100;

/**
 * Says once which resource types the simulation knows nothing of. Whoever meets one waits for the line to be out: an engine that is done ends
 * its providers, and what passes through must not pass in silence.
 */
export class ForeignNotice {
  readonly #said = new Map<string, Promise<void>>();
  #gathering: { readonly types: string[]; readonly out: Promise<void> } | undefined;

  constructor(readonly log: (message: string) => Promise<void>) {}

  meet(type: string): Promise<void> {
    const said = this.#said.get(type) ?? this.#gather(type);
    this.#said.set(type, said);
    return said;
  }

  #gather(type: string): Promise<void> {
    const gathering = (this.#gathering ??= {
      types: [],
      out: new Promise((resolve) => setTimeout(resolve, GATHERING)).then(() => this.#say()),
    });
    gathering.types.push(type);
    return gathering.out;
  }

  #say(): Promise<void> {
    const types = this.#gathering?.types.sort() ?? [];
    this.#gathering = undefined;
    return this.log(`simulated AWS passes these types through, with their inputs as outputs: ${types.join(", ")}`);
  }
}
