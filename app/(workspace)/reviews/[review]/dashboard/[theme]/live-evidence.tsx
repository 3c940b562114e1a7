import { LiveContributions } from "@/components/aggregate/live/live-contributions";
import { EmptyState } from "@/components/ui/empty-state";
import type { Viewer } from "@/lib/access/policy";
import type { ScopeChoice } from "@/lib/aggregate/figures/queries/theme-figures";
import { listNarrowedEvidence, type NarrowedEvidence } from "@/lib/aggregate/live/queries/narrowed-evidence";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import { SOURCE_WORDS } from "@/lib/capture/contribution/contribution-words";
import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import { NO_PERMISSION, PERMISSION_WORDS } from "@/lib/capture/people/permission-level";
import { listTaggings } from "@/lib/tag/coding/queries/taggings";
import { PagesOf } from "./pages-of";

type Props = {
  viewer: Viewer;
  filter: NarrowedEvidence;
  /** Shown with each contribution where several roundtables are listed. */
  roundtables: readonly ScopeChoice[];
  pageHref: (page: number) => string;
};

/** Every contribution under the theme as facilitators read it, in the order in which it was said. */
export async function LiveEvidence({ viewer, filter, roundtables, pageHref }: Props) {
  const { contributions, total } = await listNarrowedEvidence(viewer, filter);
  if (contributions.length === 0)
    return (
      <div className="mt-6">
        <EmptyState title="No contributions here yet">
          {filter.stance
            ? "No contribution under this theme has that stance."
            : "Contributions appear here when you set this theme on them."}
        </EmptyState>
      </div>
    );
  const taggings = await listTaggings(
    viewer,
    contributions.map(({ id }) => id),
  );
  return (
    <>
      <p className="mt-4 text-meta text-soft">
        {total === 1 ? "1 contribution" : `${total.toLocaleString("en-GB")} contributions`}. They include
        contributions from hosts, facilitators and the group, which are not in any count of people.
      </p>
      <LiveContributions
        contributions={contributions.map((contribution) => {
          const under = (taggings.get(contribution.id) ?? []).filter(
            ({ themeId }) => themeId === filter.themeId,
          );
          const stances = STANCE_ORDER.filter((stance) => under.some((tagging) => tagging.stance === stance));
          const { id, text } = contribution;
          const where = roundtables.find(({ id }) => id === contribution.roundtableId)?.title;
          const about = [speakerOf(contribution), where, mayBeRead(contribution)];
          return { id, text, stances, about: about.filter((one) => one !== undefined) };
        })}
      />
      <PagesOf page={filter.page ?? 1} total={total} pageHref={pageHref} />
    </>
  );
}

function speakerOf({ speaker, source, hands }: Contribution): string {
  const shown = hands ? `, ${hands.raised} of ${hands.asked} hands` : "";
  if (!speaker) return `${SOURCE_WORDS[source]}${shown}`;
  return [speaker.label, speaker.description].filter(Boolean).join(", ");
}

function mayBeRead({ source, permission, clearance }: Contribution): string {
  const cleared = clearance ? "Cleared" : "Not cleared";
  if (source !== "identified") return cleared;
  return `${cleared}. Permission: ${permission ? PERMISSION_WORDS[permission] : NO_PERMISSION}`;
}
