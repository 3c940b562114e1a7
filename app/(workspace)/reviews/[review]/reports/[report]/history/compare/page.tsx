import { CompareForm } from "@/components/report/version/compare-form";
import { VersionChanges } from "@/components/report/version/version-changes";
import { EmptyState } from "@/components/ui/empty-state";
import { forPage } from "@/lib/access/page";
import { can } from "@/lib/access/policy";
import { countOf } from "@/lib/platform/text/count-words";
import { countChanges } from "@/lib/report/version/compare/compare";
import { reportPath } from "../../../shown-report";
import { readReport, reportTitle } from "../../read-report";
import { ReportHeader } from "../../report-header";
import { comparable, readComparison } from "../comparison";

type Props = PageProps<"/reviews/[review]/reports/[report]/history/compare">;

export const generateMetadata = ({ params }: Props) => reportTitle(params, "Compare versions");

/** Two versions, or one and the draft: word by word, evidence by evidence, figure by figure. */
export default async function Compare({ params, searchParams }: Props) {
  const { viewer, report } = await readReport(params);
  const choices = await forPage(comparable(viewer, report));
  const asked = await searchParams;
  const known = (value: unknown, other: string | undefined) =>
    choices.find((choice) => choice.value === value)?.value ?? other;
  // Where nothing is chosen: the last two, the older one first.
  const to = known(asked.to, choices[0]?.value);
  const from = known(asked.from, choices.find(({ value }) => value !== to)?.value);
  const works = can(viewer, "review.work", report);
  if (from === undefined || to === undefined)
    return (
      <>
        <ReportHeader viewer={viewer} report={report} here="history" />
        <EmptyState title="There is nothing to compare yet">
          Two versions can be compared once two of them have been saved.
        </EmptyState>
      </>
    );
  const changes = await forPage(readComparison(viewer, report, { from, to }));
  const count = countChanges(changes);
  return (
    <>
      <ReportHeader viewer={viewer} report={report} here="history" />
      <CompareForm action={`${reportPath(report)}/history/compare`} choices={choices} from={from} to={to} />
      <h2 className="mt-8 mb-4 text-subheading">
        {count === 0
          ? "No paragraph differs"
          : `${countOf(count, "paragraph")} ${count === 1 ? "differs" : "differ"}`}
      </h2>
      <div className="max-w-measure">
        <VersionChanges changes={changes} evidence={works} />
      </div>
    </>
  );
}
