import { TabLinks } from "@/components/ui/navigation/tab-links";

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
    <div className="mb-5">
      <TabLinks
        label="Live figures"
        links={PAGES.map(([page, label]) => ({ label, href: hrefOf(page), current: page === current }))}
      />
    </div>
  );
}
