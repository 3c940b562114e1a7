import type { Protection } from "./backup-encryption";
import { countOf } from "../text/count-words";
import { formatInstant } from "../text/dates";
import type { DecisionKind } from "../ledger/decision";
import type { Restored } from "./restore";

export function wordsOfBackup(
  rows: number,
  { file, protection }: { file: string; protection: Protection },
): string {
  const how = protection === "plain" ? "unencrypted" : "encrypted";
  return `Wrote ${countOf(rows, "row")}, ${how}: ${file}`;
}

/** What a restore did, for whoever typed the command. */
export function wordsOfRestore({ rows, madeAt, reviews, cut, withoutLead }: Restored, file: string): string {
  const lines = [
    `Restored ${countOf(rows, "row")}: ${file}`,
    `The backup was made on ${formatInstant(madeAt)}.`,
    ...wordsOfReplay(reviews),
  ];
  if (cut)
    lines.push("The last line of the ledger's file was cut short when it was written, and was left out.");
  for (const slug of withoutLead)
    lines.push(
      `The review ${slug} has no lead now: its leads joined after the backup. Add one: npm run db:lead -- ${slug} name@school.example`,
    );
  return lines.join("\n");
}

/** Which decisions were applied again, counted over all reviews. */
function wordsOfReplay(reviews: Restored["reviews"]): string[] {
  const absent = reviews.reduce((sum, review) => sum + review.absent, 0);
  const applied = KINDS.flatMap((kind) => {
    const count = reviews.reduce((sum, review) => sum + (review.applied[kind] ?? 0), 0);
    return count > 0 ? [countOf(count, ...WORDS[kind])] : [];
  });
  const lines = [
    applied.length > 0
      ? `Applied again what people decided since then: ${applied.join(", ")}.`
      : "Nothing that people decided since then had to be applied again.",
  ];
  if (absent > 0)
    lines.push(
      `${countOf(absent, "decision")} could not be applied, because who or what they are about is not in the backup.`,
    );
  return lines;
}

const WORDS: Record<DecisionKind, [one: string, many: string]> = {
  "person.erase": ["erasure", "erasures"],
  "person.leave": ["leaving", "leavings"],
  "person.return": ["return", "returns"],
  "permission.set": ["permission", "permissions"],
  "link.end": ["ended permission link", "ended permission links"],
  "confidentiality.set": ["confidentiality of a roundtable", "confidentialities of roundtables"],
  "identity.remove": ["removed name", "removed names"],
  "contribution.strike": ["struck contribution", "struck contributions"],
  "contribution.restore": ["contribution that counts again", "contributions that count again"],
  "import.undo": ["undone import", "undone imports"],
  "clearance.end": ["withdrawn clearance", "withdrawn clearances"],
  "member.remove": ["removed member", "removed members"],
  "member.role": ["changed role", "changed roles"],
  "member.add": ["added member", "added members"],
  "hold.set": ["hold", "holds"],
  "hold.end": ["ended hold", "ended holds"],
  "erasure.ask": ["erasure that waits for a decision", "erasures that wait for a decision"],
  "erasure.refuse": ["refused erasure", "refused erasures"],
  "version.withdraw": ["withdrawn version of a report", "withdrawn versions of reports"],
  "retention.set": ["retention period", "retention periods"],
  "retention.apply": ["deletion of data that was due", "deletions of data that was due"],
};
const KINDS = Object.keys(WORDS).filter((kind): kind is DecisionKind => kind in WORDS);
