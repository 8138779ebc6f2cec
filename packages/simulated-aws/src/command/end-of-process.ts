/** The interval in which the parent is checked, in milliseconds. */
const INTERVAL = 500;

/** Resolves when the process is asked to end, or when the process that started it has ended: the system then gives it another parent. */
export async function endOfProcess(): Promise<void> {
  const parent = process.ppid;
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      if (process.ppid !== parent) end();
    }, INTERVAL);
    const end = () => {
      clearInterval(timer);
      for (const signal of SIGNALS) process.off(signal, end);
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, end);
  });
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
