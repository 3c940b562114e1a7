import { countOf } from "@/lib/platform/text/count-words";
import type { StoredContribution } from "./contribution";

/**
 * The contributions of a review or a roundtable, without those struck out or erased, by why figures count
 * them or not.
 */
export type CountedContributions = {
  contributions: number;
  /** From identified participants who were present: figures of people rest on these. */
  counted: number;
  unidentified: number;
  group: number;
  host: number;
  note: number;
};

/** Why figures count fewer contributions than there are, in a sentence; null where they count all. */
export function countedWords(counts: CountedContributions): string | null {
  const { contributions, counted, unidentified, group, host, note } = counts;
  if (contributions === counted) return null;
  const absent = contributions - counted - unidentified - group - host - note;
  const reasons = [
    reason(unidentified, "has no known speaker", "have no known speaker"),
    reason(group, "is from the group", "are from the group"),
    reason(host, "is a host’s or official’s", "are hosts’ or officials’"),
    reason(note, "is a facilitator’s note", "are facilitators’ notes"),
    reason(absent, "is from somebody not marked as present", "are from people not marked as present"),
  ].filter((one) => one !== null);
  return `${counted} of ${countOf(contributions, "contribution")} count in the figures: ${listed(reasons)}.`;
}

/** What a closed record contains, and why its page may count another number of contributions. */
export type RecordedContributions = {
  /** All contributions that were hashed at the closing. */
  contributions: number;
  struck: number;
  /** Those whose words were erased since; their digests are still in the record. */
  erased: number;
  /** Those that arrived after the closing, kept outside the record. */
  late: number;
};

/** "12 contributions, 1 of them struck out". */
export function recordWords({ contributions, struck, erased, late }: RecordedContributions): string {
  const parts = [
    struck > 0 && `${struck} of them struck out`,
    erased > 0 && `${erased} of them with the words removed`,
    late > 0 && `and ${countOf(late, "late contribution")} kept alongside it`,
  ].filter((part) => part !== false);
  return [countOf(contributions, "contribution"), ...parts].join(", ");
}

function reason(count: number, one: string, many: string): string | null {
  return count > 0 ? `${count} ${count === 1 ? one : many}` : null;
}

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

/** Why all roundtables together have fewer people than the sum of each; null where nobody attended twice. */
export function severalWords({
  attendances,
  people,
}: {
  attendances: number;
  people: number;
}): string | null {
  if (attendances === people) return null;
  return `${countOf(people, "person", "people")} took part in all. The roundtables so far add up to ${attendances}, because some people came to more than one.`;
}

/** "18 of 20 participants present. 2 hosts are not counted." */
export function presentWords({
  present,
  registered,
  hosts,
}: Record<"present" | "registered" | "hosts", number>) {
  const words = `${present} of ${countOf(registered, "participant")} present`;
  if (hosts === 0) return words;
  return `${words}. ${countOf(hosts, "host or official", "hosts or officials")} ${hosts === 1 ? "is" : "are"} not counted.`;
}

/** Neither struck out nor erased: the rule of OPEN_CONTRIBUTION, for a contribution that was read. */
export function isOpen({ struckAt, erasedAt }: Pick<StoredContribution, "struckAt" | "erasedAt">): boolean {
  return struckAt === null && erasedAt === null;
}
