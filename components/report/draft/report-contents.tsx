import { shownText, type ShownBlock } from "./shown";

/** Links to the parts of the report. */
export function ReportContents({ blocks }: { blocks: readonly ShownBlock[] }) {
  const headings = blocks.filter(({ type }) => type === "heading");
  return (
    <nav aria-label="In this report" className="text-meta print:hidden">
      <ul className="border-l-2 border-line">
        {headings.map((block) => (
          <li key={block.id}>
            <a href={`#block-${block.id}`} className="block py-1 pl-3.5 no-underline hover:underline">
              {shownText(block)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
