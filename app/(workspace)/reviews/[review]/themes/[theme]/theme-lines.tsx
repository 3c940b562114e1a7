import Link from "next/link";
import { z } from "zod";
import { ExampleForm } from "@/components/tag/recoding/example-form";
import { LineWords } from "@/components/tag/coding/line-words";
import { shownLine } from "@/components/tag/coding/shown-line";
import { Taggings } from "@/components/tag/coding/taggings";
import { Pagination } from "@/components/ui/navigation/pagination";
import type { Viewer } from "@/lib/access/policy";
import { forPage } from "@/lib/access/page";
import { countOf } from "@/lib/platform/count-words";
import { listRoundtables } from "@/lib/capture/roundtable/queries/roundtables";
import { listTaggings } from "@/lib/tag/coding/queries/taggings";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { listCodingLines } from "@/lib/tag/coding/queries/workbench";
import type { Theme } from "@/lib/tag/codebook/theme";
import { exemplify } from "../actions";

type Props = { viewer: Viewer; reviewId: string; theme: Theme; home: string; after: unknown };

const Cursor = z.uuid().optional().catch(undefined);

/** The lines that count under a theme, a page at a time, each with all its themes. */
export async function ThemeLines({ viewer, reviewId, theme, home, after }: Props) {
  const cursor = Cursor.parse(after);
  const { lines, next, total } = await forPage(
    listCodingLines(viewer, { reviewId, settledThemeId: theme.id, after: cursor }),
  );
  const ids = lines.map(({ id }) => id);
  const taggings = await listTaggings(viewer, ids);
  const themes = await listThemes(viewer, reviewId, { retired: true });
  const roundtables = await listRoundtables(viewer, reviewId);
  const here = `${home}/themes/${theme.slug}`;
  const titleOf = (id: string) => roundtables.find((roundtable) => roundtable.id === id)?.title;
  return (
    <section aria-labelledby="lines" className="mt-10">
      <h2 id="lines">{countOf(total, "contribution")}</h2>
      <p className="mt-1">
        <Link href={`${here}/passages`}>Read, recode and download the passages</Link>
      </p>
      {total === 0 && <p className="mt-1 text-soft">The theme has not been set on a contribution yet.</p>}
      <ol className="mt-2">
        {lines.map((line) => (
          <li key={line.id} className="border-b border-faint py-4">
            <LineWords line={shownLine(line)} where={titleOf(line.roundtableId)}>
              <Taggings taggings={taggings.get(line.id) ?? []} themes={themes} text={line.text} />
              <ExampleForm action={exemplify} themeId={theme.id} contributionId={line.id} />
            </LineWords>
          </li>
        ))}
      </ol>
      <Pagination
        label="Pages of contributions"
        {...(cursor ? { previous: { href: here, label: "Back to the first contributions" } } : {})}
        {...(next ? { next: { href: `${here}?after=${next}#lines` } } : {})}
      />
    </section>
  );
}
