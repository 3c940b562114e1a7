/** The label stays in place while the table is scrolled sideways: 8.75rem wide. */
export const FROZEN_LABEL = "sticky left-0 w-35 min-w-35 max-w-35";

/** On a wide screen the name stays in place next to it. */
export const FROZEN_NAME = "xl:sticky xl:left-35 xl:z-10";
