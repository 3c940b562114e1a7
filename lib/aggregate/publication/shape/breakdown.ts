export const BREAKDOWN_ATTRIBUTES = ["role", "phase", "setting", "region"] as const;
export type BreakdownAttribute = (typeof BREAKDOWN_ATTRIBUTES)[number];

/** Groups that are too small to be shown stand together under this name, and so do people without the attribute. */
export const OTHERS = "others";
