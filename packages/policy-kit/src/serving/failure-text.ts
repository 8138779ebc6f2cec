import { printable } from "@lambda-vpc/model";

/** An exception of the SDK that a program can avoid (docs/engine-facts.md#exceptions-outside-policies). */
interface KnownFailure {
  readonly message: RegExp;
  readonly why: string;
  readonly fix: string;
}

const knownFailures: readonly KnownFailure[] = [
  {
    message: /^Invalid asset encountered/,
    why: 'The policy SDK cannot read an asset without content, such as new StringAsset("").',
    fix: 'In the resource that fails here, give each asset content. An empty file can be new StringAsset("\\n").',
  },
  {
    message: /^Invalid archive encountered/,
    why: "The policy SDK cannot read an archive without files, path and address.",
    fix: "In the resource that fails here, give each archive content.",
  },
];

/**
 * What the process of a pack prints when an exception outside of every policy ends it. The message of an exception is printed only if it is a text of
 * the SDK: any other may carry a value of the program, which may be a secret.
 */
export function failureText(pack: string, failure: unknown): string {
  const message = failure instanceof Error ? failure.message : "";
  const known = knownFailures.find((one) => one.message.test(message));
  const [what, why, fix] =
    known === undefined
      ? [
          placeOf(failure),
          "An exception outside of every policy leaves the engine without an answer.",
          "Report this bug with the line above.",
        ]
      : [message.split("\n", 1)[0], known.why, known.fix];
  return [`The policy pack ${pack} stopped: ${what}`, `why: ${why}`, `fix: ${fix}`].map(printable).join("\n");
}

/** The kind of an exception and the place in code where it was thrown. */
function placeOf(failure: unknown): string {
  if (!(failure instanceof Error)) return `${typeof failure} thrown at an unknown place`;
  return `${failure.name} at ${failure.stack?.match(/\n\s+at (.*)/)?.[1] ?? "an unknown place"}`;
}
