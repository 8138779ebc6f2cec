/**
 * Runs a program that starts engines. Its exit code is 2 if `main` fails, with the message on the standard error. A signal becomes an exit, because an
 * exit ends the processes that were started.
 */
export function runMain(main: () => Promise<void>): void {
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)
    process.once(signal, () => process.exit(code));

  void main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  });
}
