import type { CSSProperties } from "react";
import type { BarInShort } from "@/lib/aggregate/publication/release-page-data";
import { STANCE_ORDER, STANCES } from "@/lib/capture/contribution/stance";

/** How many people took each stance, as bars with their words. Stances overlap, so each has a bar of its own. */
export function StanceBars({ bars }: { bars: readonly BarInShort[] }) {
  return (
    <dl className="stance-bars">
      {STANCE_ORDER.map((stance, at) => {
        const [certain, possible, words] = bars[at] ?? [0, 0, ""];
        return (
          <div key={stance} className={stance} style={reachOf(certain, possible)}>
            <dt>{`${STANCES[stance].sign} ${STANCES[stance].word}`}</dt>
            <dd>{words}</dd>
          </div>
        );
      })}
    </dl>
  );
}

type Reach = CSSProperties & { "--low"?: string; "--high"?: string };

function reachOf(certain: number, possible: number): Reach | undefined {
  return possible === 0 ? undefined : { "--low": `${certain}%`, "--high": `${possible}%` };
}
