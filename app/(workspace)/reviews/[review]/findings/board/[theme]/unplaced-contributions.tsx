import { BoardForm } from "@/components/synthesise/board/board-form";
import { StartPanel } from "@/components/synthesise/board/start-panel";
import { Surroundings } from "@/components/synthesise/board/surroundings";
import { UnplacedList, type UnplacedRow } from "@/components/synthesise/board/unplaced-list";
import { AttachFields } from "@/components/synthesise/finding/attach-fields";
import { Pagination } from "@/components/ui/navigation/pagination";
import { shownContribution } from "@/components/tag/coding/shown-contribution";
import { forPage } from "@/lib/access/page";
import type { Viewer } from "@/lib/access/policy";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import { listSurroundings } from "@/lib/capture/contribution/queries/surrounding-contributions";
import { listRoundtableTitles } from "@/lib/capture/roundtable/queries/roundtables";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { UNPLACED_PAGE } from "@/lib/synthesise/board/unplaced-page";
import type { Theme } from "@/lib/tag/codebook/theme";
import { changeBoard } from "./actions";

type Props = {
  viewer: Viewer;
  review: Review;
  theme: Theme;
  unplaced: { contributions: readonly Contribution[]; total: number; page: number };
  /** The contribution whose surroundings are open. */
  around: string | null;
  here: string;
};

/** The contributions of the theme that are in none of its findings yet, to be attached or to start one. */
export async function UnplacedContributions({ viewer, review, theme, unplaced, around, here }: Props) {
  const { contributions, total, page } = unplaced;
  const last = Math.max(1, Math.ceil(total / UNPLACED_PAGE));
  const link = (to: number) => ({
    href: to > 1 ? `${here}?page=${to}` : here,
    label: `Page ${to} of ${last}`,
  });
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
          {last > 1 && (
            <p className="mt-2 max-w-measure text-meta text-soft">
              {`This is page ${page} of ${last}. The contributions of later pages move up as you attach these.`}
            </p>
          )}
          <AttachFields label="Choose contributions, then attach them to a finding or start one">
            <UnplacedList
              rows={contributions.map((contribution) => rowOf(contribution, titles))}
              query={page > 1 ? `page=${page}&` : ""}
              open={
                open && surroundings
                  ? { id: open.id, surroundings: <Surroundings {...surroundings} /> }
                  : null
              }
            />
          </AttachFields>
          <Pagination
            label="Pages of contributions"
            {...(page > 1 ? { previous: link(page - 1) } : {})}
            {...(page < last ? { next: link(page + 1) } : {})}
          />
          <StartPanel />
        </BoardForm>
      )}
    </section>
  );
}

function rowOf(contribution: Contribution, titles: ReadonlyMap<string, string>): UnplacedRow {
  const { id, who, about, verbatim, text, time, stance } = shownContribution(contribution);
  const where = titles.get(contribution.roundtableId) ?? "";
  return {
    id,
    who,
    ...(contribution.speaker ? {} : { unknown: true }),
    about: [about, verbatim ? "Word for word" : "", where, time].filter((part) => part !== ""),
    text,
    stance,
  };
}
