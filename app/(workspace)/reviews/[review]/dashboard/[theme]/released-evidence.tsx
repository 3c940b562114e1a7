import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { EmptyState } from "@/components/ui/empty-state";
import { Quote } from "@/components/ui/quote";
import type { Viewer } from "@/lib/access/policy";
import type { ThemeFigures } from "@/lib/aggregate/figures/figures";
import { smallRange } from "@/lib/aggregate/figures/small-number";
import {
  listReleasedEvidence,
  type ReleasedEvidenceFilter,
} from "@/lib/aggregate/publication/queries/released-evidence";
import type { Stance } from "@/lib/capture/contribution/stance";
import { PagesOf } from "./pages-of";

type Props = {
  viewer: Viewer;
  filter: ReleasedEvidenceFilter;
  figures: ThemeFigures;
  smallNumber: number;
  pageHref: (page: number) => string;
};

/** Cleared contributions as reviewers read them: each alone, in no order of time. */
export async function ReleasedEvidence({ viewer, filter, figures, smallNumber, pageHref }: Props) {
  const { contributions, total } = await listReleasedEvidence(viewer, filter);
  if (contributions.length === 0) {
    const { title, words } = nothing(figures, filter.stance, smallNumber);
    return (
      <div className="mt-6">
        <EmptyState title={title}>{words}</EmptyState>
      </div>
    );
  }
  return (
    <>
      <p className="mt-4 max-w-measure text-meta text-soft">
        {total === 1 ? "1 contribution" : `${total.toLocaleString("en-GB")} contributions`} whose speakers
        allow them to be read. The figures above may also count contributions that you cannot read here. The
        contributions are in no particular order.
      </p>
      <ul className="mt-5 grid gap-6">
        {contributions.map(({ text, stances, role }, at) => (
          <li key={at}>
            <Quote
              source={
                <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  {stances.map((stance) => (
                    <StanceSign key={stance} stance={stance} />
                  ))}
                  {role ? `Participant, ${role}` : "A participant"}
                </span>
              }
            >
              <p className="whitespace-pre-line">{text}</p>
            </Quote>
          </li>
        ))}
      </ul>
      <PagesOf page={filter.page ?? 1} total={total} pageHref={pageHref} />
    </>
  );
}

function nothing({ people, segments }: ThemeFigures, stance: Stance | undefined, smallNumber: number) {
  const figure = stance && people.value !== null ? segments[stance].people : people;
  if (figure.value === null)
    return {
      title: "This figure is withheld",
      words: `It stands for ${smallRange(smallNumber)}, or would reveal a figure that does. The contributions behind it are not listed or counted.`,
    };
  if (people.value === 0)
    return {
      title: "Nobody raised this",
      words: "There are no contributions under this theme from identified people.",
    };
  return {
    title: "No contributions to read here",
    words:
      "Nobody said anything like this, or it has not been cleared, or the speakers do not allow their words to be read. Contributions that you cannot read still count.",
  };
}
