import { Link } from "@/components/ui/link";
import { FigureTable } from "./figure-table";
import { inLists } from "@/lib/report/draft/lists";
import { WrittenTable } from "./written-table";
import { shownText, type ShownBlock, type ShownPassage, type ShownRun } from "./shown";

/**
 * The text of a report. What a claim rests on is shown on demand: for those who may follow it, the claim is a link, which
 * looks like the text around it until it is pointed at or has the focus.
 */
export function ReportText({ blocks }: { blocks: readonly ShownBlock[] }) {
  return (
    <div className="report max-w-measure font-voice text-report">
      {inLists(blocks).map(({ list, blocks: together }) =>
        list ? (
          <ul key={together[0]?.id} className="my-4 list-disc pl-6">
            {together.map((block) => (
              <li key={block.id} id={`block-${block.id}`} className="mt-2 pl-1">
                <Passages block={block} />
              </li>
            ))}
          </ul>
        ) : (
          together.map((block) => <Block key={block.id} block={block} />)
        ),
      )}
    </div>
  );
}

function Block({ block }: { block: ShownBlock }) {
  const id = `block-${block.id}`;
  switch (block.type) {
    case "heading":
      return (
        <h2 id={id} className="mt-10 mb-3 font-ui first:mt-0">
          <Passages block={block} />
        </h2>
      );
    case "subheading":
      return (
        <h3 id={id} className="mt-7 mb-1.5 font-ui">
          <Passages block={block} />
        </h3>
      );
    case "quotation":
      return (
        <blockquote id={id} className="my-5 border-l-3 border-line py-0.5 pl-4 sm:pl-5">
          <Passages block={block} />
        </blockquote>
      );
    case "figure":
      return (
        <FigureTable
          id={id}
          caption={shownText(block)}
          table={block.table ?? null}
          isChart={block.isChart === true}
        />
      );
    case "table":
      if (block.gap || block.passages.length === 0)
        return (
          <p id={id} className="mt-3">
            <Passages block={block} />
          </p>
        );
      return (
        <WrittenTable
          id={id}
          passages={block.passages}
          passage={(passage, key) => <Passage key={key} passage={passage} />}
        />
      );
    case "paragraph":
    case "list_item":
      return (
        <p id={id} className="mt-3">
          <Passages block={block} />
        </p>
      );
  }
}

function Passages({ block }: { block: ShownBlock }) {
  if (block.gap) return <GapMark text={shownText(block)} />;
  if (block.passages.length === 0)
    return <span className="font-ui text-base text-soft">For the author to write.</span>;
  return block.passages.map((passage, index) => <Passage key={index} passage={passage} />);
}

function Passage({ passage: { runs, claim } }: { passage: ShownPassage }) {
  if (!claim?.href) return <Runs runs={runs} />;
  return (
    <Link href={claim.href} className="claim" {...(claim.words ? { title: claim.words } : {})}>
      <Runs runs={runs} />
    </Link>
  );
}

function Runs({ runs }: { runs: readonly ShownRun[] }) {
  return runs.map(({ text, strong, em }, index) => {
    if (strong) return <strong key={index}>{text}</strong>;
    return em ? <em key={index}>{text}</em> : text;
  });
}

/** Stands for words that had to be removed, and says why. */
export function GapMark({ text }: { text: string }) {
  return (
    <span className="border border-dashed border-soft px-2 py-0.5 font-ui text-meta text-soft">{text}</span>
  );
}
