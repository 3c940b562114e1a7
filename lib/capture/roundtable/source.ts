export const SOURCES = ["identified", "unidentified", "group", "host", "note"] as const;

export type Source = (typeof SOURCES)[number];

/** What participants said: contributions that are tagged and cleared. Hosts' remarks and notes are neither. */
export const PARTICIPANTS_SAID = ["identified", "unidentified", "group"] as const satisfies readonly Source[];
