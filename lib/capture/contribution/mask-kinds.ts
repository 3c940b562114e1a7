/** The kinds of mask; each is shown in square brackets: [school]. */
export const MASK_KINDS = ["school", "trust", "provider", "place", "person", "role"] as const;
export type MaskKind = (typeof MASK_KINDS)[number];
