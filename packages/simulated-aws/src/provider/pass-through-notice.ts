/** How long to collect types before reporting them, in milliseconds. Programs register resources in bursts. */
const COLLECTION_TIME = 100;

/**
 * Reports each pass-through resource type once. `report` resolves when the line is logged: an engine that is done ends its providers, and
 * a pass-through type must be reported.
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
    return this.log(`simulated AWS does not model these types and makes up what AWS sets: ${types.join(", ")}`);
  }
}
