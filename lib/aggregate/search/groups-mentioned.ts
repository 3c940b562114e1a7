import type { ReleasedBreakdown, ReleasedFinding } from "@/lib/aggregate/publication/release-contents";
import type { BreakdownAttribute } from "@/lib/aggregate/publication/shape/breakdown";
import { missingGroups } from "@/lib/aggregate/publication/words/compared/group-words";
import { addressOf } from "./address";
import { signalWordsIn } from "./said-words";

/** A group that is not shown alone, in how many findings its name is said, and what to search for: null where in none. */
type MentionedGroup = { group: string; findings: number; search: string | null };

/** What may be read of the groups that a breakdown does not show: those with most findings that mention them first. */
export function groupsMentioned(
  breakdown: ReleasedBreakdown,
  findings: readonly ReleasedFinding[],
): MentionedGroup[] {
  const texts = findings.map(({ text, counterView }) => `${text} ${counterView}`);
  const mention = (title: string) =>
    texts.filter((text) => signalWordsIn(text, { title, signalWords: "" }) > 0).length;
  return missingGroups(breakdown)
    .map((group) => {
      // "Pupil referral unit or alternative provision" are two names, and a search for one does not find the other.
      const [most] = group
        .split(" or ")
        .map((name) => ({ name, findings: mention(name) }))
        .sort((a, b) => b.findings - a.findings);
      const count = most?.findings ?? 0;
      return { group, findings: count, search: most && count > 0 ? `"${most.name.toLowerCase()}"` : null };
    })
    .sort((a, b) => b.findings - a.findings);
}

/** The same with the addresses of the searches, for a page of the review at `here`. */
export function groupsNotShown(
  breakdown: ReleasedBreakdown,
  findings: readonly ReleasedFinding[],
  here: string,
): { group: string; findings: number; href: string | null }[] {
  return groupsMentioned(breakdown, findings).map(({ search, ...one }) => ({
    ...one,
    href: search && addressOf(here, search),
  }));
}

/** Of all breakdowns of a release, the groups that are not shown alone and that findings mention. */
export function hiddenGroups({
  breakdowns,
  findings,
}: {
  breakdowns: readonly ReleasedBreakdown[];
  findings: readonly ReleasedFinding[];
}): { group: string; attribute: BreakdownAttribute }[] {
  return breakdowns.flatMap((breakdown) =>
    groupsMentioned(breakdown, findings)
      .filter(({ search }) => search !== null)
      .map(({ group }) => ({ group, attribute: breakdown.attribute })),
  );
}
