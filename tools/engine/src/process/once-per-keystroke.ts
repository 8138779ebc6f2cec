/** A terminal's ^C reaches us twice under npm, which passes it on as well; a person is not that quick. Milliseconds. */
const sameKeystroke = 300;

/** Returns for each signal whether it is new or an echo of the previous one. `now` gives milliseconds. */
export function oncePerKeystroke(now: () => number = () => performance.now()): (signal: NodeJS.Signals) => boolean {
  const last = new Map<NodeJS.Signals, number>();
  return (signal) => {
    const time = now();
    const isNew = time - (last.get(signal) ?? -Infinity) > sameKeystroke;
    last.set(signal, time);
    return isNew;
  };
}
