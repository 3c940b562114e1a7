import { WaivableCheck } from "@/components/report/check/waivable-check";
import { EmptyState } from "@/components/ui/empty-state";
import { forPage, requireForPage } from "@/lib/access/page";
import { can } from "@/lib/access/policy";
import { checkKey, isWaivable } from "@/lib/report/check/waiver";
import type { Check } from "@/lib/report/check/check";
import { getDraft } from "@/lib/report/check/queries/checked-draft";
import { readPlainEnglish } from "@/lib/report/check/queries/plain-english-checks";
import { plainText } from "@/lib/report/draft/block";
import type { Block } from "@/lib/report/draft/queries/reports";
import { endWaive, waive } from "../../actions";
import { reportPath } from "../../shown-report";
import { readReport, reportTitle } from "../read-report";
import { ReportHeader } from "../report-header";

type Props = PageProps<"/reviews/[review]/reports/[report]/checks">;

export const generateMetadata = ({ params }: Props) => reportTitle(params, "Checks");

/** What the checks say of the draft, and which of them its lead set aside, with the reason. */
export default async function Checks({ params }: Props) {
  const { viewer, report } = await readReport(params);
  await requireForPage(viewer, "report.write", report);
  const { blocks, checks: serious } = await forPage(getDraft(viewer, report));
  const checks = [...serious, ...(await readPlainEnglish(blocks))];
  const leads = can(viewer, "report.publish", report);
  const blockOf = new Map(blocks.map((block) => [block.id, block]));
  const parts = [
    { title: "Fix before publishing", checks: checks.filter(({ blocking }) => blocking) },
    { title: "Set aside", checks: checks.filter(({ waiver }) => waiver) },
    { title: "To consider", checks: checks.filter(({ blocking, waiver }) => !blocking && !waiver) },
  ].filter((part) => part.checks.length > 0);
  return (
    <>
      <ReportHeader viewer={viewer} report={report} here="checks" meta="Checks of the current draft" />
      {parts.length === 0 && (
        <EmptyState title="Nothing to correct">The checks found nothing in the current draft.</EmptyState>
      )}
      {parts.map((part) => (
        <section key={part.title} className="mb-9 max-w-measure">
          <h2 className="text-subheading">{part.title}</h2>
          <ul className="mt-4 grid gap-6">
            {part.checks.map((check, index) => (
              <li key={index} className="border-l-3 border-warning pl-4">
                <WaivableCheck
                  check={check}
                  edit={`${reportPath(report)}/edit#${check.blockId ?? ""}`}
                  excerpt={excerptOf(check, blockOf)}
                  waive={
                    leads && isWaivable(check)
                      ? {
                          action: waive,
                          reportId: report.id,
                          revision: blockOf.get(check.blockId ?? "")?.revision ?? 0,
                          check: checkKey(check),
                        }
                      : null
                  }
                  end={leads ? endWaive : null}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

const EXCERPT = 160;

/** The beginning of the paragraph that a check is about. */
function excerptOf({ blockId }: Check, blocks: ReadonlyMap<string, Block>): string | null {
  const block = blockId === null ? undefined : blocks.get(blockId);
  if (!block) return null;
  const text = plainText(block.content);
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()}…` : text || null;
}
