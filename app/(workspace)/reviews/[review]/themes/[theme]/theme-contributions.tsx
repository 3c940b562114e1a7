import { Link } from "@/components/ui/link";
import { z } from "zod";
import { ExampleForm } from "@/components/tag/recoding/example-form";
import { ContributionWords } from "@/components/tag/coding/contribution-words";
import { shownContribution } from "@/components/tag/coding/shown-contribution";
import { Taggings } from "@/components/tag/coding/taggings";
import { Pagination } from "@/components/ui/navigation/pagination";
import type { Viewer } from "@/lib/access/policy";
import { forPage } from "@/lib/access/page";
import { countOf } from "@/lib/platform/text/count-words";
import { listRoundtables } from "@/lib/capture/roundtable/queries/roundtables";
import { listTaggings } from "@/lib/tag/coding/queries/taggings";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { listCodingContributions } from "@/lib/tag/coding/queries/workbench";
import type { Theme } from "@/lib/tag/codebook/theme";
import { exemplify } from "../actions";

type Props = {
  viewer: Viewer;
  reviewId: string;
  theme: Theme;
  home: string;
  after: unknown;
  example: unknown;
};

const Cursor = z.uuid().optional().catch(undefined);

/** The contributions that count under a theme, a page at a time, each with all its themes. */
export async function ThemeContributions({ viewer, reviewId, theme, home, after, example }: Props) {
  const cursor = Cursor.parse(after);
  const { contributions, next, total } = await forPage(
    listCodingContributions(viewer, { reviewId, settledThemeId: theme.id, after: cursor }),
  );
  const ids = contributions.map(({ id }) => id);
  const taggings = await listTaggings(viewer, ids);
  const themes = await listThemes(viewer, reviewId, { retired: true });
  const roundtables = await listRoundtables(viewer, reviewId);
  const here = `${home}/themes/${theme.slug}`;
  const opened = Cursor.parse(example);
  const exampleHref = (id: string) =>
    `${here}?${new URLSearchParams({ ...(cursor ? { after: cursor } : {}), ...(id === opened ? {} : { example: id }) })}#example-${id}`;
  const titleOf = (id: string) => roundtables.find((roundtable) => roundtable.id === id)?.title;
  return (
    <section aria-labelledby="contributions" className="mt-10">
      <h2 id="contributions">{countOf(total, "contribution")}</h2>
      <p className="mt-1">
        <Link href={`${here}/passages`}>Read, recode and download the passages</Link>
      </p>
      {total === 0 && <p className="mt-1 text-soft">The theme has not been set on a contribution yet.</p>}
      <ol className="mt-2">
        {contributions.map((contribution) => (
          <li key={contribution.id} id={`example-${contribution.id}`} className="border-b border-faint py-4">
            <ContributionWords
              contribution={shownContribution(contribution)}
              where={titleOf(contribution.roundtableId)}
            >
              <Taggings
                taggings={taggings.get(contribution.id) ?? []}
                themes={themes}
                text={contribution.text}
              />
              <ExampleForm
                action={exemplify}
                themeId={theme.id}
                contributionId={contribution.id}
                opened={contribution.id === opened}
                href={exampleHref(contribution.id)}
              />
            </ContributionWords>
          </li>
        ))}
      </ol>
      <Pagination
        label="Pages of contributions"
        {...(cursor ? { previous: { href: here, label: "Back to the first contributions" } } : {})}
        {...(next ? { next: { href: `${here}?after=${next}#contributions` } } : {})}
      />
    </section>
  );
}
