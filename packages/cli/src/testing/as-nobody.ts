/** The user with the least rights on Unix. */
const NOBODY = 65534;

/** Runs `use` without the rights of root, who may read and write everything. */
export function asNobody<T>(use: () => T): T {
  const { geteuid, seteuid } = process;
  if (geteuid === undefined || seteuid === undefined || geteuid() !== 0) return use();
  seteuid(NOBODY);
  try {
    return use();
  } finally {
    seteuid(0);
  }
}
