import { can, type Viewer } from "@/lib/access/policy";
import { EXPORT_FORMATS, PUBLIC_FORMATS, type ExportFormat } from "@/lib/report/export/exported";
import type { Report } from "@/lib/report/draft/queries/reports";
import { reportPath } from "./shown-report";

type VersionFile = { label: string; href: string };
export type VersionFiles = { heading: string; hint: string; files: VersionFile[] };

/** What a viewer may take away of a version, in the groups in which it is offered. */
export function versionFiles(viewer: Viewer, report: Report, number: number): VersionFiles[] {
  const file = (format: ExportFormat, more = ""): VersionFile => ({
    label: EXPORT_FORMATS[format].word,
    href: `${reportPath(report)}/export/${number}?format=${format}${more}`,
  });
  const works = can(viewer, "review.work", report);
  return [
    {
      heading: "As it reads",
      hint: "The text and its tables.",
      files: PUBLIC_FORMATS.map((format) => file(format)),
    },
    ...(can(viewer, "figures.released", report)
      ? [
          {
            heading: "Annotated",
            hint: "With footnotes: what the release says of each statement, and the finding or theme that it rests on.",
            files: PUBLIC_FORMATS.map((format) => file(format, "&annotated=yes")),
          },
        ]
      : []),
    ...(works
      ? [
          {
            heading: "For editing in Word",
            hint: "With open comments as comments in Word, and suggested changes as tracked changes.",
            files: [file("docx", "&comments=yes")],
          },
        ]
      : []),
    {
      heading: "Evidence",
      hint: works
        ? "A row for each statement and contribution, by label, for facilitators alone."
        : "A row for each statement, with the figure that the release gives of it.",
      files: [file("xlsx")],
    },
  ];
}
