import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { Consequences } from "@/components/tag/recoding/consequences";
import { Form } from "@/components/ui/form/form";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { countOf } from "@/lib/platform/text/count-words";
import { listFindings } from "@/lib/synthesise/finding/queries/findings";
import { countContributionsOfNoOther, weighTheme } from "@/lib/tag/recoding/queries/codebook-preview";
import { findRoundUsing } from "@/lib/tag/rounds/queries/round-themes";
import { retireAfterPreview } from "../../actions";
import { readThemeToChange } from "../read-theme";
import { RoundInTheWay } from "../round-in-the-way";

export const metadata: Metadata = { title: "Retire a theme" };

export default async function RetireThemePage({
  params,
}: PageProps<"/reviews/[review]/themes/[theme]/retire">) {
  const { viewer, review, theme, home, here, crumbs } = await readThemeToChange(params);
  const inReview = { id: theme.id, reviewId: review.id };
  const { contributions } = await weighTheme(viewer, inReview);
  const alone = await countContributionsOfNoOther(viewer, inReview);
  const round = await findRoundUsing(viewer, [theme.id]);
  const findings = await listFindings(viewer, review.id, { themeId: theme.id });
  const other = theme.axis === "area" ? "area" : "theme";
  return (
    <>
      <PageHeader title={`Retire “${theme.title}”`} breadcrumb={[...crumbs, { label: "Retire" }]} />
      {theme.retired ? (
        <Notice title="this theme is already retired">
          <Link href={here}>Back to the theme</Link>
        </Notice>
      ) : round ? (
        <RoundInTheWay round={round} home={home} what="retired" />
      ) : (
        <Form
          action={retireAfterPreview}
          submitLabel="Retire theme"
          actions={<Link href={here}>Cancel</Link>}
        >
          <input type="hidden" name="id" value={theme.id} />
          <input type="hidden" name="reviewSlug" value={review.slug} />
          <Consequences
            moves={[
              `the theme is removed from every dashboard and new release, with its figures from ${countOf(contributions, "contribution")}`,
              alone === 0
                ? `no contribution would be left without another ${other} in use`
                : `${countOf(alone, "contribution")} would be under no other ${other} in use, and so in no figure of ${other}s`,
              "nobody can set it on a contribution",
            ]}
            stays={[
              "the contributions keep the theme, and show it again if you restore it",
              `${countOf(findings.length, "finding")} under it`,
              "figures that were released, and reports that were published",
            ]}
          />
          <p className="max-w-measure">You can restore it at any time.</p>
        </Form>
      )}
    </>
  );
}
