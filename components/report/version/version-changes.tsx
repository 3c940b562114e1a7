import { Notice } from "@/components/ui/notice";
import { TextDiff } from "@/components/ui/text/text-diff";
import { countOf } from "@/lib/platform/text/count-words";
import { BLOCK_TYPE_WORDS } from "@/lib/report/draft/document-kind";
import { cellsAsWords } from "@/lib/report/draft/written-table";
import type { BlockChange } from "@/lib/report/version/compare/compare";
import { BlockEvidence } from "./block-evidence";

type Props = {
  changes: readonly BlockChange[];
  /** Whether the viewer may read how many contributions a claim cites. */
  evidence: boolean;
};

/** What differs between two versions, in the order of the text; how much is the same stands between. */
export function VersionChanges({ changes, evidence }: Props) {
  const groups = grouped(changes);
  if (groups.every(({ same }) => same))
    return <Notice title="Nothing differs">Both have the same words, evidence and figures.</Notice>;
  return (
    <ol aria-label="What differs" className="grid gap-6">
      {groups.map(({ same, blocks }) =>
        same ? (
          <li key={blocks[0]?.blockId} className="text-meta text-soft">
            {countOf(blocks.length, "paragraph")} the same
          </li>
        ) : (
          blocks.map((block) => <Changed key={block.blockId} block={block} evidence={evidence} />)
        ),
      )}
    </ol>
  );
}

function Changed({ block, evidence }: { block: BlockChange; evidence: boolean }) {
  const { type, is, gap } = block;
  const inWords = (text: string) => (type === "table" ? cellsAsWords(text) : text);
  const [before, after] = [inWords(block.before), inWords(block.after)];
  return (
    <li className="border-l-3 border-line pl-4 sm:pl-5">
      <p className="mb-1 text-meta text-soft">
        {BLOCK_TYPE_WORDS[type]}: {changeWords(block)}
        {gap && ". Its words were removed at the speaker’s request, or are no longer kept"}
      </p>
      <p className="font-voice wrap-anywhere">
        {is === "same" ? after : <TextDiff before={before} after={after} />}
      </p>
      <BlockEvidence block={block} evidence={evidence} />
    </li>
  );
}

function changeWords({ is, moved, before, after, claims, cells }: BlockChange): string {
  if (is === "added") return "added";
  if (is === "removed") return "removed";
  const what =
    before !== after
      ? "changed"
      : claims.length + cells.length > 0
        ? "same words"
        : is === "changed"
          ? "formatting, live figures or suggestions changed"
          : "";
  return [what, moved ? "moved" : ""].filter(Boolean).join(", ");
}

type Group = { same: boolean; blocks: BlockChange[] };

function grouped(changes: readonly BlockChange[]): Group[] {
  const groups: Group[] = [];
  for (const change of changes) {
    const same = change.is === "same" && !change.moved;
    const last = groups.at(-1);
    if (last?.same === same) last.blocks.push(change);
    else groups.push({ same, blocks: [change] });
  }
  return groups;
}
