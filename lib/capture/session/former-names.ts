const OPERATIONS: Record<string, string> = { "start-round": "start-go-round", "end-round": "end-go-round" };

/**
 * What a browser kept or sent before 29 November 2026, under the names of today: `kind` (note or verbatim) is now
 * `wording` (gist or verbatim), the source "room" is "group", and a round is a go-round. What has them already, or is
 * no object, stays as it is. A contribution may wait on a computer for as long as it is offline.
 */
export function withCurrentNames(kept: unknown): unknown {
  if (typeof kept !== "object" || kept === null || Array.isArray(kept)) return kept;
  const { kind, roundId, ...named }: Record<string, unknown> = { ...kept };
  if (kind !== undefined) named.wording ??= kind === "note" ? "gist" : kind;
  if (roundId !== undefined) named.goRoundId ??= roundId;
  if (named.source === "room") named.source = "group";
  if (typeof named.do === "string") named.do = OPERATIONS[named.do] ?? named.do;
  return named;
}
