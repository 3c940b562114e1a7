import { Fragment, type ReactNode } from "react";
import { GapMark } from "@/components/report/draft/report-text";
import { inLists } from "@/lib/report/draft/lists";
import { shownText, type ShownBlock } from "@/components/report/draft/shown";
import { codePointLength } from "@/lib/platform/text/code-points";
import { highlighted, type Span } from "@/lib/comment/thread/anchor";

/** A comment's place in the text, and its number in the margin. */
type Placed = Span & { id: string; number: number };

export type CommentedBlock = ShownBlock & { comments: readonly Placed[] };

type Props = { blocks: readonly CommentedBlock[]; under: (block: CommentedBlock) => ReactNode };

/** The report's text with commented words marked, and a form to comment on each block. */
export function CommentedText({ blocks, under }: Props) {
  return (
    <div className="max-w-measure font-voice text-report">
      {inLists(blocks).map(({ list, blocks: together }) =>
        list ? (
          <ul key={together[0]?.id} className="my-4 list-disc pl-6">
            {together.map((block) => (
              <li key={block.id} className="mt-2 pl-1">
                <Commentable block={block}>
                  <p data-text>
                    <Words block={block} />
                  </p>
                </Commentable>
                {under(block)}
              </li>
            ))}
          </ul>
        ) : (
          together.map((block) => (
            <div key={block.id}>
              <Commentable block={block}>
                <Element block={block} />
              </Commentable>
              {under(block)}
            </div>
          ))
        ),
      )}
    </div>
  );
}

/** Can take the focus when it is pressed, so that the key C acts only there. */
function Commentable({ block, children }: { block: ShownBlock; children: ReactNode }) {
  return (
    <div id={`block-${block.id}`} data-block={block.id} tabIndex={-1} className="outline-none">
      {children}
    </div>
  );
}

function Element({ block }: { block: CommentedBlock }) {
  const words = <Words block={block} />;
  switch (block.type) {
    case "heading":
      return (
        <h2 data-text className="mt-10 mb-1 font-ui">
          {words}
        </h2>
      );
    case "subheading":
      return (
        <h3 data-text className="mt-7 mb-1 font-ui">
          {words}
        </h3>
      );
    case "quotation":
      return (
        <blockquote data-text className="mt-5 border-l-3 border-line py-0.5 pl-4">
          {words}
        </blockquote>
      );
    case "table":
      return (
        <p data-text className="mt-4 font-ui text-meta whitespace-pre-wrap [tab-size:12]">
          {words}
        </p>
      );
    case "paragraph":
    case "list_item":
    case "figure":
      return (
        <p data-text className="mt-4">
          {words}
        </p>
      );
  }
}

function Words({ block }: { block: CommentedBlock }) {
  const { comments, gap } = block;
  const text = shownText(block);
  if (gap) return <GapMark text={text} />;
  const strong = strongIn(block);
  return highlighted(text, [...strong, ...comments]).map((piece) => {
    const { end } = piece;
    const marks = comments.filter(({ id }) => piece.comments.includes(id));
    const words = strong.some(({ id }) => piece.comments.includes(id)) ? (
      <strong>{piece.text}</strong>
    ) : (
      piece.text
    );
    return (
      <Fragment key={end}>
        {marks.length > 0 ? <mark>{words}</mark> : words}
        {marks
          .filter((mark) => mark.end === end)
          .map(({ id, number }) => (
            <CommentLink key={id} id={id} number={number} />
          ))}
      </Fragment>
    );
  });
}

/** The ranges of strong words in the block's text, in code points. */
function strongIn({ passages }: Pick<ShownBlock, "passages">) {
  let at = 0;
  return passages
    .flatMap(({ runs }) => runs)
    .map(({ text, strong }, index) => {
      const start = at;
      at += codePointLength(text);
      return { id: `strong ${index}`, start, end: at, strong };
    })
    .filter(({ strong }) => strong);
}

function CommentLink({ id, number }: { id: string; number: number }) {
  return (
    <span data-figure className="select-none">
      <a
        id={`mark-${id}`}
        href={`#comment-${id}`}
        aria-label={`Comment ${number}`}
        className="ml-0.5 inline-block min-w-5 rounded-sm bg-mark-on px-1 text-center align-super font-ui text-xs leading-5 font-semibold text-ink no-underline"
      >
        {number}
      </a>
    </span>
  );
}
