import { QuickForm } from "@/components/report/draft/quick-form";
import { ReportText } from "@/components/report/draft/report-text";
import type { ShownBlock } from "@/components/report/draft/shown";
import { ButtonLink } from "@/components/ui/navigation/button-link";
import { Details } from "@/components/ui/details";
import { plainText } from "@/lib/report/draft/block";
import type { Check } from "@/lib/report/check/check";
import type { Block } from "@/lib/report/draft/queries/reports";
import { move, remove, restore } from "../../actions";

type Props = {
  block: Block;
  shown: ShownBlock;
  href: string;
  /** The blocks next to it in its part, for moving; null at either end. */
  above: string | null;
  below: string | null;
  checks: readonly Check[];
};

/** The first words of a block, which name its buttons. */
function opening(block: Block): string {
  const text = plainText(block.content);
  if (text === "") return "the empty paragraph";
  const words = text.split(/\s+/);
  return words.length > 6 ? `“${words.slice(0, 6).join(" ")}…”` : `“${words.join(" ")}”`;
}

export function EditableBlock({ block, shown, href, above, below, checks }: Props) {
  const { id: blockId, type } = block;
  const name = opening(block);
  return (
    <div
      id={`block-${blockId}`}
      className={`border-t py-4 target:bg-card ${type === "heading" ? "border-ink" : "border-faint"}`}
    >
      <ReportText blocks={[{ ...shown, id: `${blockId}-text` }]} />
      {checks.map(({ message, blocking }, index) => (
        <p key={index} className="mt-2 max-w-measure border-l-3 border-warning pl-3 text-meta">
          <b>{blocking ? "Fix before publishing:" : "Check:"}</b> {message}
        </p>
      ))}
      <div className="mt-3 flex flex-wrap gap-2">
        {type === "table" ? (
          <p className="w-full text-meta text-soft">Changing a table needs JavaScript.</p>
        ) : (
          <ButtonLink href={href} variant="quiet" size="small" aria-label={`Change ${name}`}>
            Change
          </ButtonLink>
        )}
        {above && (
          <QuickForm
            action={move}
            fields={{ blockId, place: "before", otherId: above }}
            label="Up"
            name={`Move up ${name}`}
          />
        )}
        {below && (
          <QuickForm
            action={move}
            fields={{ blockId, place: "after", otherId: below }}
            label="Down"
            name={`Move down ${name}`}
          />
        )}
        <QuickForm action={remove} fields={{ blockId }} label="Remove" name={`Remove ${name}`} />
      </div>
    </div>
  );
}

/** Blocks that were removed, to restore them. */
export function RemovedBlocks({ blocks }: { blocks: readonly Block[] }) {
  if (blocks.length === 0) return null;
  return (
    <div className="mt-4">
      <Details summary={`Removed (${blocks.length})`}>
        <ul className="grid gap-4">
          {blocks.map((block) => (
            <li key={block.id}>
              <p className="voice">{plainText(block.content) || "An empty paragraph"}</p>
              <QuickForm
                action={restore}
                fields={{ blockId: block.id }}
                label="Restore"
                name={`Restore ${opening(block)}`}
              />
            </li>
          ))}
        </ul>
      </Details>
    </div>
  );
}
