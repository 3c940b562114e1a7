import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { CoverageGroups } from "@/components/aggregate/live/coverage-groups";
import { CoverageTable } from "@/components/aggregate/live/coverage-table";
import { PageHeader } from "@/components/ui/page-header";
import type { Coverage } from "@/lib/aggregate/live/coverage";
import { getCoverage } from "@/lib/aggregate/live/queries/coverage-counts";
import { liveFigures } from "@/lib/aggregate/live/queries/live-figures";
import { countOf } from "@/lib/platform/text/count-words";
import { LiveFrame } from "../live-frame";
import { readLivePage } from "../read-page";

export const metadata: Metadata = { title: "Coverage" };

type Props = PageProps<"/reviews/[review]/live/coverage">;

export default async function CoveragePage(props: Props) {
  const { viewer, review, asked, breadcrumb } = await readLivePage(props);
  const { filter } = asked.first;
  const table = await liveFigures(viewer, review.id, filter);
  const coverage = await getCoverage(viewer, review.id, filter);
  const base = `/reviews/${review.slug}`;
  return (
    <>
      <PageHeader title="Coverage" breadcrumb={breadcrumb} meta="Who was heard, and what is not done yet" />
      <LiveFrame review={review} current="coverage" asked={asked} roundtables={[table.scope.roundtables]} />
      <Silent coverage={coverage} base={base} />
      <Part id="groups" title="Themes that nobody of a group raised">
        <p className="max-w-measure text-meta text-soft">
          Silence is not dissent, and not everyone was asked. A group of one or two says little.
        </p>
        <CoverageGroups
          groups={coverage.groups}
          themes={table.themes.filter(({ axis }) => axis === "theme")}
        />
      </Part>
      <Questions coverage={coverage} base={base} />
      <Part id="work" title="Not cleared and not coded">
        <CoverageTable places={coverage.places} base={base} />
      </Part>
      <NotLookedFor coverage={coverage} />
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-9">
      <h2 id={id}>{title}</h2>
      <div className="mt-2">{children}</div>
    </section>
  );
}

type PartProps = { coverage: Coverage; base: string };

function Silent({ coverage: { silent, present, spoke }, base }: PartProps) {
  return (
    <Part id="silent" title="Who spoke">
      <p>{`${spoke.toLocaleString("en-GB")} of ${countOf(present, "person", "people")} present have at least one contribution.`}</p>
      {silent.length > 0 && (
        <ul className="mt-2 list-disc pl-5">
          {silent.map(({ roundtable, slug, labels }) => (
            <li key={slug}>
              <Link href={`${base}/roundtables/${slug}/people`}>{roundtable}</Link>
              {`: nothing from ${labels.join(", ")}`}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function Questions({ coverage: { questions }, base }: PartProps) {
  return (
    <Part id="questions" title="Questions without a contribution">
      {questions.length === 0 ? (
        <p>Every question has at least one contribution.</p>
      ) : (
        <ul className="list-disc pl-5">
          {questions.map(({ roundtable, slug, position, text }) => (
            <li key={`${slug} ${position}`}>
              <Link href={`${base}/roundtables/${slug}`}>{roundtable}</Link>
              {`, question ${position}: ${text}`}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function NotLookedFor({ coverage: { notLookedFor } }: Pick<PartProps, "coverage">) {
  if (notLookedFor.length === 0) return null;
  return (
    <Part id="later" title="Themes not yet looked for">
      <p className="max-w-measure text-meta text-soft">
        These themes were added after contributions had been coded. Nobody has coded those contributions
        since.
      </p>
      <ul className="mt-2 list-disc pl-5">
        {notLookedFor.map(({ theme, contributions }) => (
          <li key={theme}>{`${theme}: not looked for in ${countOf(contributions, "contribution")}`}</li>
        ))}
      </ul>
    </Part>
  );
}
