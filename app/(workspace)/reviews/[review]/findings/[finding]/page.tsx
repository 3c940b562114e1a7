import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { FindingFacts } from "@/components/synthesise/confidence/finding-facts";
import { Statement } from "@/components/synthesise/finding/statement";
import { ThemeChip } from "@/components/tag/codebook/theme-chip";
import { ButtonLink } from "@/components/ui/navigation/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { listRoundtables } from "@/lib/capture/roundtable/queries/roundtables";
import { assess } from "@/lib/synthesise/confidence/confidence";
import { decidedConfidence, findingFacts } from "@/lib/synthesise/confidence/queries/finding-facts";
import { listFindingRevisions } from "@/lib/synthesise/finding/queries/findings";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { AttachSection } from "./attach-section";
import { EvidenceSection } from "./evidence-section";
import { FindingHistory } from "./finding-history";
import { readFinding } from "./read-finding";
import { RemovedContribution } from "./removed-contribution";
import { readSearch } from "./search";

type Props = PageProps<"/reviews/[review]/findings/[finding]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { finding } = await readFinding(params);
  return { title: `Finding: ${finding.text}` };
}

export default async function FindingPage({ params, searchParams }: Props) {
  const { viewer, review, finding, home, here } = await readFinding(params);
  const search = readSearch(await searchParams);
  const themes = await listThemes(viewer, review.id, { retired: true });
  const theme = themes.find(({ id }) => id === finding.themeId);
  const roundtables = await listRoundtables(viewer, review.id);
  const titles = new Map(roundtables.map(({ id, title }) => [id, title]));
  const shared = { viewer, review, finding, titles };
  const facts = await findingFacts(viewer, review.id, finding);
  const attach = { search, roundtables, theme, here };
  return (
    <>
      <PageHeader
        title="Finding"
        breadcrumb={[
          { label: review.title, href: `/reviews/${review.slug}` },
          { label: "Findings", href: home },
          { label: "Finding" },
        ]}
        meta={
          theme && (
            <Link href={`/reviews/${review.slug}/themes/${theme.slug}`} className="inline-block">
              <ThemeChip {...theme} />
            </Link>
          )
        }
        actions={
          <>
            <ButtonLink href={`${here}/change`} variant="quiet">
              Change
            </ButtonLink>
            {theme && (
              <ButtonLink href={`${home}/board/${theme.slug}`} variant="quiet">
                Board
              </ButtonLink>
            )}
            <ButtonLink href={`${here}/withdraw`} variant="quiet">
              Withdraw
            </ButtonLink>
          </>
        }
      />
      <RemovedContribution search={search} finding={finding} reviewSlug={review.slug} />
      <Statement finding={finding} />
      {finding.note && (
        <section aria-labelledby="note" className="mt-6 max-w-measure">
          <h2 id="note" className="text-subheading">
            Note for facilitators
          </h2>
          <p className="mt-1 whitespace-pre-line">{finding.note}</p>
        </section>
      )}
      <FindingFacts
        facts={facts}
        assessment={assess(facts)}
        decided={await decidedConfidence(viewer, finding.id)}
        here={here}
      />
      <EvidenceSection {...shared} />
      <AttachSection {...shared} {...attach} />
      <FindingHistory revisions={await listFindingRevisions(viewer, finding.id)} themes={themes} />
    </>
  );
}
