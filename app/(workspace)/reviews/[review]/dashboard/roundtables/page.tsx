import type { Metadata } from "next";
import { StanceFilter } from "@/components/aggregate/figures/stance-filter";
import { RoundtablesCompared } from "@/components/aggregate/publication/roundtables-compared";
import { Pagination } from "@/components/ui/navigation/pagination";
import { pageViewer } from "@/lib/access/page";
import { listReleasedTables } from "@/lib/aggregate/publication/queries/releases";
import { cameTwice, placesOf } from "@/lib/aggregate/publication/words/compared/roundtable-words";
import { StanceField } from "@/lib/tag/coding/tagging-input";
import { asked, askedNumber, dashboardHref, partHref } from "../address";
import { openPart } from "../open-part";
import { PartPage } from "../part-page";

export const metadata: Metadata = { title: "Roundtables side by side" };

/** As many columns as a desk’s screen has room for. */
const AT_ONCE = 6;

type Props = PageProps<"/reviews/[review]/dashboard/roundtables">;

/** What people raised at each roundtable, in all or with one stance, beside the whole review. */
export default async function RoundtablesOfRelease({ params, searchParams }: Props) {
  const query = await searchParams;
  const opened = await openPart((await params).review, query);
  const { review, shown } = opened;
  const stance = StanceField.safeParse(asked(query, "stance")).data ?? null;
  const frame = {
    ...opened,
    title: "Roundtables side by side",
    part: "roundtables",
    fields: stance ? [["stance", stance] as [string, string]] : [],
  };
  const slugs = (shown?.release.tables ?? []).flatMap(({ roundtable }) => roundtable?.slug ?? []);
  if (!shown || slugs.length === 0)
    return (
      <PartPage {...frame}>
        <p className="mt-4 max-w-measure">
          This release shows roundtables only together, so that nobody can be recognised.
        </p>
      </PartPage>
    );
  const { release, table } = shown;
  const pages = Math.ceil(slugs.length / AT_ONCE);
  const page = Math.min(askedNumber(query, "page") ?? 1, pages);
  const places = placesOf(
    await listReleasedTables(await pageViewer(), {
      reviewId: review.id,
      number: release.number,
      slugs: slugs.slice((page - 1) * AT_ONCE, page * AT_ONCE),
    }),
  );
  const here = { release: release.number, stance };
  const link = (to: number) => ({
    href: partHref(review.slug, "roundtables", { ...here, page: to }),
    label: `Page ${to} of ${pages}`,
  });
  return (
    <PartPage {...frame}>
      {cameTwice(release.tables) && (
        <p className="mb-4 max-w-measure">
          Some came to more than one roundtable, and count once in the review.
        </p>
      )}
      <StanceFilter
        label="People by what they said"
        current={stance}
        hrefOf={(one) => partHref(review.slug, "roundtables", { ...here, stance: one, page })}
      />
      <RoundtablesCompared
        table={table}
        places={places}
        stance={stance}
        placeHref={({ slug }) => dashboardHref(review.slug, { release: release.number, roundtable: slug })}
        themeHref={({ slug }) => dashboardHref(review.slug, { release: release.number, theme: slug })}
      />
      <Pagination
        label="Pages of roundtables"
        {...(page > 1 ? { previous: link(page - 1) } : {})}
        {...(page < pages ? { next: link(page + 1) } : {})}
      />
    </PartPage>
  );
}
