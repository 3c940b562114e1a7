export const SOURCES = ["identified", "unidentified", "room", "host", "note"] as const;

export type Source = (typeof SOURCES)[number];

/**
 * What participants said: contributions that are tagged and cleared. Hosts' remarks and facilitators' notes
 * are neither.
 */
export const PARTICIPANTS_SAID = ["identified", "unidentified", "room"] as const satisfies readonly Source[];
