/**
 * What each column that can hold text holds. Each stage declares its own, and a test compares them with the
 * database: a new column fails it until it says what it holds. Those typed freely are searched when somebody is
 * erased or personal data is deleted.
 */
export type TextColumn =
  | {
      /**
       * code: codes, ids, digests, figures; nobody types them. name: who a person or an account is, and goes with it.
       * words: copies of contributions that go with them as a whole. public: a public register. generated: what the
       * database makes of another column of the row, which changes and goes with it.
       */
      holds: "code" | "name" | "words" | "public" | "generated";
    }
  | TypedText;

/** A column that people type into. Expressions are SQL, in which the row is `t`; they are constants of the code. */
export type TypedText = {
  holds: "typed";
  /** What it is, as a page names it: "A memo". Columns with the same name and owner are decided on together. */
  what: string;
  /** Tables joined to `t`. */
  join?: string;
  /** Which rows belong to the review `:review`. */
  inReview: string;
  /** The id of what the text belongs to, where that is not the row's own. */
  owner?: string;
  /** Its page, below the review's address; null where it has none. */
  page?: string;
  /**
   * Rows that are left alone, because they go as a whole: of the contributions `:contributions`, participants
   * `:participants` or accounts `:users`; or because a hold keeps those of the participants `:kept`.
   */
  except?: string;
  /**
   * Whether the row cannot be a copy of their words: another person said it, or it is older. Only a name, or a long
   * run of words to be decided on, is looked for in it.
   */
  original?: string;
  /** Whether only the words found may be shown, and nothing of the text around them. */
  unseen?: string;
  /** JSON: the text of a document, whose pieces follow one another, or separate values. */
  json?: "document" | "values";
  /** What the row's key is, where it has no `id`. */
  key?: string;
  /** The most characters that the column takes. */
  max?: number;
  /** What is set together with the new text. */
  also?: string;
  /** The value that replaces the whole text, where a mark in it would make no sense. */
  whole?: string;
};

/** Columns by "table.column". */
export type TextColumns = Readonly<Record<string, TextColumn>>;

export const CODE: TextColumn = { holds: "code" };
export const NAME: TextColumn = { holds: "name" };
export const GENERATED: TextColumn = { holds: "generated" };

/** What the platform stores. */
export const PLATFORM_TEXT: TextColumns = {
  "audit_entry.action": CODE,
  "audit_entry.subject_type": CODE,
  "audit_entry.subject_id": CODE,
  "audit_entry.detail": CODE,
  "audit_entry.salt": CODE,
  "audit_entry.digest": CODE,
  "audit_entry.hash": CODE,
  // The ledger: ids and states.
  "decision.decision": CODE,
  "job.kind": CODE,
  "job.key": CODE,
  "job.error": CODE,
  "job.payload": {
    holds: "typed",
    what: "Mail or work that is waiting, which is cancelled",
    // A job names no review. What is finished has no payload.
    inReview: ":review IS NOT NULL AND t.state IN ('queued', 'running', 'failed') AND t.payload <> '{}'",
    // A mail may hold a sign-in link.
    unseen: "true",
    json: "values",
    whole: "'{}'",
    also: `state = CASE t.state WHEN 'queued' THEN 'cancelled' ELSE t.state END,
      finished_at = CASE t.state WHEN 'queued' THEN now() ELSE t.finished_at END,
      cancel_requested = t.cancel_requested OR t.state = 'running'`,
  },
};
