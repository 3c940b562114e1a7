import type { Viewer } from "@/lib/access/policy";
import { reasonNotReportable } from "@/lib/report/claim/claim";
import type { FindingNotTold } from "../finding-not-told";
import { readFindingEvidence } from "./finding-evidence";
import type { Report } from "./reports";

/**
 * The findings with evidence in the report's scope that no sentence of its draft reports. `told` lists the
 * findings that its sentences were made from.
 */
export async function listFindingsNotTold(
  viewer: Viewer,
  report: Report,
  told: ReadonlySet<string>,
): Promise<FindingNotTold[]> {
  const { smallNumber } = report.review;
  const all = await readFindingEvidence(viewer, report);
  return all
    .filter(({ id }) => !told.has(id))
    .flatMap(({ id, text, supports, pro }) => {
      const why = reasonNotReportable(supports, pro.people, smallNumber);
      return why === "no evidence" ? [] : [{ id, text, why: why ?? "not cited" }];
    });
}
