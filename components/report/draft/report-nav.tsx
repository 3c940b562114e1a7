import { Link } from "@/components/ui/link";

export type ReportPage = "read" | "edit" | "checks" | "comments" | "history";
type Props = { base: string; here: ReportPage; pages: readonly ReportPage[] };

const WORDS: Record<ReportPage, { label: string; path: string }> = {
  read: { label: "Read", path: "" },
  edit: { label: "Edit", path: "/edit" },
  checks: { label: "Checks", path: "/checks" },
  comments: { label: "Comments", path: "/comments" },
  history: { label: "Versions", path: "/history" },
};

/** The pages of one report that the viewer may open. */
export function ReportNav({ base, here, pages }: Props) {
  return (
    <nav aria-label="This report" className="mb-7 border-b border-line print:hidden">
      <ul className="flex flex-wrap gap-x-6 text-meta">
        {pages.map((page) => (
          <li key={page}>
            <Link
              href={base + WORDS[page].path}
              aria-current={page === here ? "page" : undefined}
              className="tab-link aria-[current]:pb-[0.3125rem]"
            >
              {WORDS[page].label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
