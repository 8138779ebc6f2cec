/** One preview of the demo. */
export interface Showing {
  readonly title: string;
  readonly example: string;
  /** Whether the pack must refuse it: the demo fails where it does not. */
  readonly refused: boolean;
}

export const showings: readonly Showing[] = [
  { title: "a group per function", example: "01-a-group-per-function", refused: true },
  { title: "one shared configuration", example: "02-one-shared-configuration", refused: false },
];
