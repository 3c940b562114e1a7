import { Link } from "@/components/ui/link";
import { z } from "zod";
import { packPage } from "@/components/tag/coding/contribution/packed-page";
import { ThemeContributionList } from "@/components/tag/recoding/theme-contribution-list";
import { Pagination } from "@/components/ui/navigation/pagination";
import type { Viewer } from "@/lib/access/policy";
import { forPage } from "@/lib/access/page";
import { countOf } from "@/lib/platform/text/count-words";
import { listRoundtableTitles } from "@/lib/capture/roundtable/queries/roundtables";
import { UNCODED } from "@/lib/tag/coding/tagging";
import { listTaggings } from "@/lib/tag/coding/queries/taggings";
import { listCodingContributions } from "@/lib/tag/coding/queries/workbench";
import type { Theme } from "@/lib/tag/codebook/theme";
import { contributionToCode, themeInWords } from "../../coding/contribution-to-code";
import { exemplify } from "../actions";

type Props = {
  viewer: Viewer;
  reviewId: string;
  theme: Theme;
  /** Every theme that may be on a contribution. */
  themes: readonly Theme[];
  home: string;
  after: unknown;
  example: unknown;
};

const Cursor = z.uuid().optional().catch(undefined);

/** The contributions that count under a theme, a page at a time, each with all its themes. */
export async function ThemeContributions(props: Props) {
  const { viewer, reviewId, theme, themes, home, after, example } = props;
  const cursor = Cursor.parse(after);
  const { contributions, next, total } = await forPage(
    listCodingContributions(viewer, { reviewId, settledThemeId: theme.id, after: cursor }),
  );
  const taggings = await listTaggings(
    viewer,
    contributions.map(({ id }) => id),
  );
  const roundtables = await listRoundtableTitles(viewer, reviewId);
  const here = `${home}/themes/${theme.slug}`;
  const coding = Object.fromEntries([...taggings].map(([id, set]) => [id, { ...UNCODED, taggings: set }]));
  const shown = contributions.map((contribution) => contributionToCode(contribution, roundtables));
  return (
    <section aria-labelledby="contributions" className="mt-10">
      <h2 id="contributions">{countOf(total, "contribution")}</h2>
      <p className="mt-1">
        <Link href={`${here}/passages`}>Read, recode and download the passages</Link>
      </p>
      {total === 0 && <p className="mt-1 text-soft">The theme has not been set on a contribution yet.</p>}
      <ThemeContributionList
        page={packPage({ contributions: shown, coding: { readAt: 0, coding } }, themes)}
        themes={themes.map(themeInWords)}
        themeId={theme.id}
        action={exemplify}
        after={cursor ?? null}
        opened={Cursor.parse(example) ?? null}
      />
      <Pagination
        label="Pages of contributions"
        {...(cursor ? { previous: { href: here, label: "Back to the first contributions" } } : {})}
        {...(next ? { next: { href: `${here}?after=${next}#contributions` } } : {})}
      />
    </section>
  );
}
