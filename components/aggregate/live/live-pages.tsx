import { Link } from "@/components/ui/link";

export type LivePage = "themes" | "together" | "saturation" | "coverage" | "views";
type Props = { current: LivePage; hrefOf: (page: LivePage) => string };

const PAGES: [LivePage, string][] = [
  ["themes", "By theme"],
  ["together", "Themes raised together"],
  ["saturation", "Saturation"],
  ["coverage", "Coverage"],
  ["views", "Saved views"],
];

/** The pages of live figures; what is counted goes along. */
export function LivePages({ current, hrefOf }: Props) {
  return (
    <nav aria-label="Live figures" className="mb-5 print:hidden">
      <ul className="flex flex-wrap gap-x-5 gap-y-1 border-b border-line text-meta">
        {PAGES.map(([page, words]) => (
          <li key={page}>
            <Link
              href={hrefOf(page)}
              aria-current={page === current ? "page" : undefined}
              className="tab-link"
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
