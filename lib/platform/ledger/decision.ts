import { z } from "zod";
import { Confidentiality, PermissionLevel, PermissionMeans, Role } from "../generated/enums";

const id = z.uuid();
const review = { reviewId: id };
/** Who decided; null where nobody acted, or the participant did. */
const decided = { ...review, byId: id.nullable() };
/** A trace under the secret of the person whose it is (lib/capture/protection/trace.ts). */
const traces = z.array(z.string().regex(/^[0-9a-f]{16}$/));

/**
 * What people decided about personal data and access to it, in ids alone: never words, names or addresses. A restore
 * applies these again, each by the handler of the capability that records it (register-stages.ts).
 */
export const Decision = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("permission.set"),
    ...decided,
    participantId: id,
    /** null: nothing is recorded any more. */
    level: z.enum(PermissionLevel).nullable(),
    means: z.enum(PermissionMeans),
    wordingId: id.nullable(),
  }),
  z.strictObject({ kind: z.literal("link.end"), ...decided, linkId: id }),
  z.strictObject({
    kind: z.literal("confidentiality.set"),
    ...decided,
    roundtableId: id,
    confidentiality: z.enum(Confidentiality),
  }),
  z.strictObject({ kind: z.literal("identity.remove"), ...decided, personId: id }),
  z.strictObject({ kind: z.literal("contribution.strike"), ...decided, contributionId: id }),
  z.strictObject({ kind: z.literal("contribution.restore"), ...decided, contributionId: id }),
  z.strictObject({ kind: z.literal("import.undo"), ...decided, importId: id }),
  z.strictObject({ kind: z.literal("person.leave"), ...decided, personId: id }),
  z.strictObject({ kind: z.literal("person.return"), ...decided, personId: id }),
  z.strictObject({
    kind: z.literal("person.erase"),
    ...decided,
    personId: id,
    /** Whose words went, since a backup may not know yet that they were the person's. Earlier entries have none. */
    contributionIds: z.array(id).optional(),
    /** Traces in other people's texts that somebody decided about; the others are handled as proposed. */
    masked: traces.optional(),
    kept: traces.optional(),
  }),
  z.strictObject({ kind: z.literal("erasure.ask"), ...decided, requestId: id, personId: id }),
  z.strictObject({ kind: z.literal("erasure.refuse"), ...decided, requestId: id }),
  z.strictObject({ kind: z.literal("clearance.end"), ...review, clearanceId: id }),
  z.strictObject({ kind: z.literal("member.add"), ...decided, userId: id, role: z.enum(Role) }),
  z.strictObject({ kind: z.literal("member.role"), ...decided, userId: id, role: z.enum(Role) }),
  z.strictObject({ kind: z.literal("member.remove"), ...decided, userId: id }),
  /** No person: the whole review. */
  z.strictObject({ kind: z.literal("hold.set"), ...decided, holdId: id, personId: id.nullable() }),
  z.strictObject({ kind: z.literal("hold.end"), ...decided, holdId: id }),
  /** Without its notice, which is words. */
  z.strictObject({ kind: z.literal("version.withdraw"), ...decided, versionId: id }),
  z.strictObject({ kind: z.literal("retention.set"), ...decided, months: z.int().positive() }),
  z.strictObject({ kind: z.literal("retention.apply"), ...review, roundtableId: id, dueOn: z.iso.date() }),
]);
export type Decision = z.infer<typeof Decision>;
export type DecisionKind = Decision["kind"];
export type DecisionOf<Kind extends DecisionKind> = Extract<Decision, { kind: Kind }>;

/** A decision in the ledger. `at` is the database's clock; `position` orders what falls into one millisecond. */
export const LedgerEntry = z.strictObject({
  id,
  position: z.int(),
  at: z.iso.datetime(),
  decision: Decision,
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** The order in which decisions were made. */
export function byTime(one: LedgerEntry, other: LedgerEntry): number {
  return (
    Date.parse(one.at) - Date.parse(other.at) || one.position - other.position || (one.id < other.id ? -1 : 1)
  );
}
