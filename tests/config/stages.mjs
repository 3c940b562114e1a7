// @ts-check

/** The stages of the story, in its order. A stage may import an earlier one, never a later one. */
export const stages = ["capture", "tag", "synthesise", "aggregate", "report", "review"];
