import type { Limit } from "./rate-limit";

/**
 * Nobody can be kept out by somebody else's requests: one link in two minutes is sent to any address, and it and all
 * links before it work until one of them is used.
 */
export const LINKS_TO_ADDRESS: Limit = { what: "sign-in link to", burst: 5, everyMs: 2 * 60_000 };
export const LINKS_FROM_NETWORK: Limit = { what: "sign-in link from", burst: 60, everyMs: 5_000 };
/** A link holds 256 random bits, so this spares the database and guards nothing. */
export const FALSE_LINKS_FROM_NETWORK: Limit = { what: "false link from", burst: 20, everyMs: 5_000 };
