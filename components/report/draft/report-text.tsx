import { Fragment } from "react";
import { FigureMark } from "./figure-mark";
import { grouped, type ShownBlock } from "./shown";

/** The text of a report, each claim with its figure. */
export function ReportText({ blocks }: { blocks: readonly ShownBlock[] }) {
  return (
    <div className="max-w-measure font-voice text-report">
      {grouped(blocks).map(({ list, blocks: together }) =>
        list ? (
          <ul key={together[0]?.id} className="my-4 list-disc pl-6">
            {together.map((block) => (
              <li key={block.id} className="mt-2 pl-1">
                <Sentences block={block} />
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
  switch (block.type) {
    case "heading":
      return (
        <h2 id={`block-${block.id}`} className="mt-10 mb-3 font-ui first:mt-0">
          <Sentences block={block} />
        </h2>
      );
    case "subheading":
      return (
        <h3 id={`block-${block.id}`} className="mt-7 mb-1.5 font-ui">
          <Sentences block={block} />
        </h3>
      );
    case "quotation":
      return (
        <blockquote className="my-5 border-l-3 border-line py-0.5 pl-4 sm:pl-5">
          <Sentences block={block} />
        </blockquote>
      );
    case "paragraph":
    case "list_item":
      return (
        <p className="mt-3">
          <Sentences block={block} />
        </p>
      );
  }
}

function Sentences({ block: { sentences, gap } }: { block: ShownBlock }) {
  if (gap) return <GapMark sentences={sentences} />;
  if (sentences.length === 0)
    return <span className="font-ui text-base text-soft">For the author to write.</span>;
  return sentences.map(({ text, figure }, index) => (
    <Fragment key={index}>
      {index > 0 && " "}
      {text}
      {figure && <FigureMark figure={figure} />}
    </Fragment>
  ));
}

/** Stands for words that had to be removed, and says why. */
export function GapMark({ sentences }: Pick<ShownBlock, "sentences">) {
  return (
    <span className="border border-dashed border-soft px-2 py-0.5 font-ui text-meta text-soft">
      {sentences.map(({ text }) => text).join(" ")}
    </span>
  );
}
