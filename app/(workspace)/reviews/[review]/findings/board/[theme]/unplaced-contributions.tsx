import { Link } from "@/components/ui/link";
import { BoardForm } from "@/components/synthesise/board/board-form";
import { ChosenContribution } from "@/components/synthesise/board/chosen-contribution";
import { StartPanel } from "@/components/synthesise/board/start-panel";
import { Surroundings } from "@/components/synthesise/board/surroundings";
import { AttachFields } from "@/components/synthesise/finding/attach-fields";
import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { ContributionWords } from "@/components/tag/coding/contribution-words";
import { shownContribution } from "@/components/tag/coding/shown-contribution";
import { forPage } from "@/lib/access/page";
import type { Viewer } from "@/lib/access/policy";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import { listSurroundings } from "@/lib/capture/contribution/queries/surrounding-contributions";
import { listRoundtableTitles } from "@/lib/capture/roundtable/queries/roundtables";
import type { Review } from "@/lib/review/settings/queries/reviews";
import type { Theme } from "@/lib/tag/codebook/theme";
import { changeBoard } from "./actions";

type Props = {
  viewer: Viewer;
  review: Review;
  theme: Theme;
  unplaced: { contributions: readonly Contribution[]; total: number };
  /** The contribution whose surroundings are open. */
  around: string | null;
  here: string;
};

/** The contributions of the theme that are in none of its findings yet, to be attached or to start one. */
export async function UnplacedContributions({ viewer, review, theme, unplaced, around, here }: Props) {
  const { contributions, total } = unplaced;
  const open = contributions.find(({ id }) => id === around);
  const surroundings = open && (await forPage(listSurroundings(viewer, open.id)));
  const titles = new Map((await listRoundtableTitles(viewer, review.id)).map(({ id, title }) => [id, title]));
  return (
    <section aria-labelledby="unplaced" className="min-w-0">
      <h2 id="unplaced">
        Not yet in a finding <span className="text-meta font-normal text-soft">{total}</span>
      </h2>
      {total === 0 ? (
        <p className="mt-2 max-w-measure text-soft">
          Every contribution under this theme is in a finding, or nobody has set the theme yet.
        </p>
      ) : (
        <BoardForm action={changeBoard}>
          <input type="hidden" name="reviewId" value={review.id} />
          <input type="hidden" name="themeId" value={theme.id} />
          {total > contributions.length && (
            <p className="mt-2 max-w-measure text-meta text-soft">
              These are the first {contributions.length}. The others follow as you attach them.
            </p>
          )}
          <AttachFields label="Choose contributions, then attach them to a finding or start one">
            <ul>
              {contributions.map((contribution) => (
                <ChosenContribution
                  key={contribution.id}
                  id={contribution.id}
                  who={whose(contribution)}
                  movable
                >
                  <ContributionWords
                    contribution={shownContribution(contribution)}
                    where={titles.get(contribution.roundtableId)}
                  >
                    <p className="flex flex-wrap gap-x-4 text-sm">
                      {contribution.stance && <StanceSign stance={contribution.stance} />}
                      <AroundLink contribution={contribution} isOpen={contribution === open} here={here} />
                    </p>
                    {contribution === open && surroundings && <Surroundings {...surroundings} />}
                  </ContributionWords>
                </ChosenContribution>
              ))}
            </ul>
          </AttachFields>
          <StartPanel />
        </BoardForm>
      )}
    </section>
  );
}

type AroundProps = { contribution: Contribution; isOpen: boolean; here: string };

function AroundLink({ contribution, isOpen, here }: AroundProps) {
  const { id } = contribution;
  return (
    <Link
      href={isOpen ? `${here}#choose-${id}` : `${here}?around=${id}#choose-${id}`}
      scroll={false}
      data-around
      className="inline-block py-0.5"
    >
      {isOpen ? "Hide what was said around it" : "What was said around it"}
      <span className="sr-only"> by {whose(contribution)}</span>
    </Link>
  );
}

function whose({ speaker, text }: Contribution): string {
  return `${speaker ? speaker.label : "an unknown speaker"}, ${text.slice(0, 40)}`;
}
