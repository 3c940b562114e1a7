// @ts-check

/**
 * The stages of the story, each with its capabilities, in the order in which they build on one another. A stage, or
 * a capability within it, may import an earlier one, never a later one.
 * @type {Record<string, string[]>}
 */
export const stages = {
  review: ["settings", "member", "audit", "first-steps"],
  capture: [
    "roundtable",
    "people",
    "permission",
    "registration",
    "contribution",
    "session",
    "clearance",
    "import",
    "protection",
  ],
  tag: ["codebook", "coding", "rounds", "suggestion", "recoding", "exchange"],
  synthesise: ["finding", "board", "confidence", "matrix"],
  aggregate: ["figures", "live", "publication", "search", "take-away"],
  report: ["claim", "draft", "check", "editor", "export", "version", "regenerate", "returned"],
  comment: ["thread"],
};
