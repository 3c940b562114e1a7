import { CODE, GENERATED, NAME, type TextColumns } from "@/lib/platform/text-columns";

const AT = "JOIN roundtable r ON r.id = t.roundtable_id";
const IN_REVIEW = "t.review_id = :review";
const AT_REVIEW = "r.review_id = :review";
const ROUNDTABLE_PAGE = "'roundtables/' || r.slug";
const CONTRIBUTION_PAGE = "'contributions/' || c.id";

const roundtable = {
  holds: "typed",
  inReview: IN_REVIEW,
  page: "'roundtables/' || t.slug",
  also: "revision = t.revision + 1",
} as const;
const atRoundtable = { holds: "typed", join: AT, inReview: AT_REVIEW, page: ROUNDTABLE_PAGE } as const;

/** Somebody else's words: theirs stay, without the name of the person who is erased. */
const SPOKEN = "(c.source IN ('identified', 'host') AND c.participant_id IS NOT NULL)";
const GONE_OR_KEPT = "(c.id = ANY(:contributions) OR c.participant_id = ANY(:kept))";
const ofContribution = {
  holds: "typed",
  what: "What somebody else said",
  join: "JOIN contribution c ON c.id = t.contribution_id",
  inReview: "c.review_id = :review",
  owner: "c.id",
  page: CONTRIBUTION_PAGE,
  except: GONE_OR_KEPT,
  original: SPOKEN,
} as const;
const amendment = {
  ...ofContribution,
  what: "An amendment",
  owner: "t.id",
  original: "false",
  max: 10_000,
} as const;
const imported = { ...atRoundtable, what: "A file that was imported", json: "values" } as const;
const shape = {
  holds: "typed",
  what: "The columns of files",
  inReview: IN_REVIEW,
  key: "encode(t.shape, 'hex')",
  owner: "t.review_id",
  json: "values",
} as const;
const reason = { holds: "typed", inReview: IN_REVIEW, page: "'protection'" } as const;

const ROUNDTABLE_TEXT: TextColumns = {
  "roundtable.title": { ...roundtable, what: "A roundtable’s title" },
  "roundtable.slug": {
    ...roundtable,
    what: "A roundtable’s title",
    whole: "'roundtable-' || right(t.id::text, 8)",
  },
  "roundtable.place": { ...roundtable, what: "A roundtable’s place" },
  "roundtable.host": { ...roundtable, what: "A roundtable’s host" },
  "roundtable.record_hash": CODE,
  "breakout_table.name": { ...atRoundtable, what: "The name of a table" },
  "question.text": { ...atRoundtable, what: "A question" },
  "go_round.text": { ...atRoundtable, what: "A go-round" },
};

const PEOPLE_TEXT: TextColumns = {
  "identity.name": NAME,
  "identity.organisation": NAME,
  "identity.email": NAME,
  "participant.label": CODE,
  "participant.seat": {
    ...atRoundtable,
    what: "A seat",
    except: "(t.id = ANY(:participants) OR t.id = ANY(:kept))",
    whole: "NULL",
  },
  "participant_attribute.value": CODE,
  "permission_wording.text": {
    holds: "typed",
    what: "The wording of the permission",
    inReview: IN_REVIEW,
    page: "'permission-wording'",
  },
  "permission_link.token_hash": CODE,
  "school.name": { holds: "public" },
  "school.sought": { holds: "public" },
  "school.town": { holds: "public" },
  "school.local_authority": { holds: "public" },
  "school.region": { holds: "public" },
  "school.phase": { holds: "public" },
  "school.setting": { holds: "public" },
  "school.trust": { holds: "public" },
};

const CONTRIBUTION_TEXT: TextColumns = {
  "contribution.text": {
    ...ofContribution,
    join: "JOIN contribution c ON c.id = t.id",
    max: 10_000,
    // The digest stays, so that the record still verifies. An edit of what was there before is stale.
    also: "salt = NULL, masked_at = now(), revision = t.revision + 1",
  },
  "contribution.words": GENERATED,
  "contribution.npqs": CODE,
  "npq_mark.npq": CODE,
  "contribution.salt": CODE,
  "contribution.digest": CODE,
  "contribution_revision.text": { ...ofContribution, also: "salt = NULL" },
  "contribution_revision.salt": CODE,
  "contribution_revision.digest": CODE,
  "clearance.text": ofContribution,
  "clearance.words": GENERATED,
  "clearance.masks": CODE,
  "late_entry.payload": {
    ...atRoundtable,
    what: "A late entry",
    page: "'roundtables/' || r.slug || '/late'",
    except: `(t.contribution_id = ANY(:contributions) OR t.id = ANY(:contributions)
      OR t.participant_id = ANY(:participants) OR t.participant_id = ANY(:kept))`,
    original: "t.participant_id IS NOT NULL",
    json: "values",
  },
  "sent_themes.problem": { ...ofContribution, what: "Why a theme was not set", original: "false" },
  "amendment.text": { ...amendment, original: SPOKEN, also: "salt = NULL" },
  "amendment.reason": amendment,
  "amendment.salt": CODE,
  "amendment.digest": CODE,
};

const IMPORT_TEXT: TextColumns = {
  "import.file_name": { ...atRoundtable, what: "The name of a file" },
  "import.format": CODE,
  "import.file_digest": CODE,
  "import.mapping": imported,
  "import.speakers": imported,
  "import.problems": imported,
  "import.reading": imported,
  "import.account": CODE,
  "import_chunk.bytes": { holds: "words" },
  "import_file.bytes": { holds: "words" },
  "import_shape.shape": CODE,
  "import_shape.mapping": shape,
};

export const CAPTURE_TEXT: TextColumns = {
  ...ROUNDTABLE_TEXT,
  ...PEOPLE_TEXT,
  ...CONTRIBUTION_TEXT,
  ...IMPORT_TEXT,
  "hold.reason": { ...reason, what: "The reason for a hold" },
  "erasure_request.reason": { ...reason, what: "The reason for refusing an erasure" },
};
