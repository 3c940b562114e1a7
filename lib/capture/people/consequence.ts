/** What a step would cause in a later stage. */
export type Consequence = {
  /** What it is, as the page says it after the number: "published versions that quote them". */
  what: string;
  count: number;
  /** Whether the step takes it away. What it does not reach is out already, and cannot be called back. */
  undone: boolean;
};
