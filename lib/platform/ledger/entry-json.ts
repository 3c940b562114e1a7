/** A row of ledger.decision as the JSON of a LedgerEntry, for a SELECT. */
export const ENTRY_AS_JSON = `json_build_object('id', id, 'position', position,
  'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'decision', decision)::text AS entry`;
