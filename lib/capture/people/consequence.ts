/** What a step would change in a later stage. */
export type Consequence = {
  /** What it is, as the page words it after the number: "published versions that quote them". */
  what: string;
  count: number;
  /** Whether the step removes it. What it does not remove is already published and cannot be called back. */
  undone: boolean;
};
