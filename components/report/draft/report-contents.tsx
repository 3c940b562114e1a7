import type { ShownBlock } from "./shown";

/** Links to the parts of the report. */
export function ReportContents({ blocks }: { blocks: readonly ShownBlock[] }) {
  const headings = blocks.filter(({ type }) => type === "heading");
  return (
    <nav aria-label="In this report" className="text-meta print:hidden">
      <ul className="border-l-2 border-line">
        {headings.map(({ id, sentences }) => (
          <li key={id}>
            <a href={`#block-${id}`} className="block py-1 pl-3.5 no-underline hover:underline">
              {sentences.map(({ text }) => text).join(" ")}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
