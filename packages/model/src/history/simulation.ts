/** One step of a simulation. Law: `demanded` = `running` + `waiting` + `refused`. */
export interface Moment {
  /** Seconds since the start of the load. */
  readonly second: number;
  /** Concurrent executions that the load asks for. */
  readonly demanded: number;
  readonly running: number;
  /** Executions whose cold start waits for an interface. */
  readonly waiting: number;
  /** Executions without an interface. Before September 2019 they failed (docs/aws-facts.md#eni-exhaustion-before-2019). */
  readonly refused: number;
  readonly interfaces: number;
  /** Addresses taken in each subnet. An interface takes one (docs/aws-facts.md#eni-address), so their sum is `interfaces`. */
  readonly addresses: readonly number[];
}

/** What one model does under a scenario. */
export interface Simulation {
  readonly moments: readonly Moment[];
  /** Cold starts that waited for an interface. */
  readonly waits: number;
  /** Functions whose creation waits for new interfaces. */
  readonly creationWaits: number;
  /** Functions that are not created, because an address or the quota is lacking. */
  readonly notCreated: number;
}

/** The figures of a simulation over its whole time. */
export interface Summary {
  readonly interfaces: number;
  /** The most addresses taken in each subnet. */
  readonly addresses: readonly number[];
  readonly waits: number;
  readonly creationWaits: number;
  readonly notCreated: number;
  /** The most executions refused at a time. */
  readonly refused: number;
  /** Undefined if none is refused. */
  readonly firstRefusal: number | undefined;
}

/** Interfaces are never removed during a simulation, so the last moment has the most. */
export function summarize({ moments, waits, creationWaits, notCreated }: Simulation): Summary {
  const last = moments.at(-1);
  return {
    interfaces: last?.interfaces ?? 0,
    addresses: last?.addresses ?? [],
    waits,
    creationWaits,
    notCreated,
    refused: moments.reduce((most, { refused }) => Math.max(most, refused), 0),
    firstRefusal: moments.find(({ refused }) => refused > 0)?.second,
  };
}
