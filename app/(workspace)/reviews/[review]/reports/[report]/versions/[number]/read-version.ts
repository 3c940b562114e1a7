import { notFound } from "next/navigation";
import { forPage } from "@/lib/access/page";
import { getVersion, listVersions } from "@/lib/report/version/queries/versions";
import { readReport } from "../../read-report";

/** The viewer, the report and the version in the address; not found where they may not open it. */
export async function readVersionPage(params: Promise<{ review: string; report: string; number: string }>) {
  const { viewer, report } = await readReport(params);
  const { number } = await params;
  if (!/^[1-9]\d{0,5}$/.test(number)) notFound();
  const version = await forPage(getVersion(viewer, report, Number(number)));
  return { viewer, report, version, versions: await forPage(listVersions(viewer, report)) };
}
