/** How long to gather types before naming them, in milliseconds: programs register resources in bursts. */
const COLLECTION_TIME = 100;

/**
 * Says once which resource types the simulation knows nothing of. Whoever meets one waits for the line to be out: an engine that is done ends
 * its providers, and what passes through must not pass in silence.
 */
export class PassThroughNotice {
  readonly #reports = new Map<string, Promise<void>>();
  #pending: { readonly types: string[]; readonly sent: Promise<void> } | undefined;

  constructor(readonly log: (message: string) => Promise<void>) {}

  report(type: string): Promise<void> {
    const report = this.#reports.get(type) ?? this.#collect(type);
    this.#reports.set(type, report);
    return report;
  }

  #collect(type: string): Promise<void> {
    const pending = (this.#pending ??= {
      types: [],
      sent: new Promise((resolve) => setTimeout(resolve, COLLECTION_TIME)).then(() => this.#send()),
    });
    pending.types.push(type);
    return pending.sent;
  }

  #send(): Promise<void> {
    const types = this.#pending?.types.sort() ?? [];
    this.#pending = undefined;
    return this.log(`simulated AWS passes these types through, with their inputs as outputs: ${types.join(", ")}`);
  }
}
