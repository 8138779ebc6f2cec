import { expect, test } from "@jest/globals";
import { oncePerKeystroke } from "./once-per-keystroke";

test.each([
  ["a single ^C is new", [[0, "SIGINT"]], [true]],
  [
    "its echo through npm is not",
    [
      [0, "SIGINT"],
      [5, "SIGINT"],
    ],
    [true, false],
  ],
  [
    "neither is a second echo",
    [
      [0, "SIGINT"],
      [200, "SIGINT"],
      [400, "SIGINT"],
    ],
    [true, false, false],
  ],
  [
    "a second ^C of a person is new",
    [
      [0, "SIGINT"],
      [900, "SIGINT"],
    ],
    [true, true],
  ],
  [
    "another signal is no echo",
    [
      [0, "SIGINT"],
      [5, "SIGTERM"],
    ],
    [true, true],
  ],
] as const)("%s", (_, arrivals, expected) => {
  let time = 0;
  const isNew = oncePerKeystroke(() => time);
  const answers = arrivals.map(([at, signal]) => {
    time = at;
    return isNew(signal);
  });
  expect(answers).toEqual(expected);
});
