import type { Mask } from "@/lib/capture/contribution/contribution";
import { inOrder } from "@/lib/capture/contribution/mask";
import { codePointLength } from "@/lib/platform/text/code-points";

type Place = { start: number; end: number };
/** A range of the original words, and the same range in the masked text. */
type Covered = { said: Place; shown: Place };

/** A span of words in the masked text: a mask that covers some of them is included whole. */
export function maskedSpan(span: Place, masks: readonly Mask[]): Place {
  return payload(
    span,
    covered(masks).map(({ said, shown }) => ({ from: said, to: shown })),
  );
}

/** The inverse: a partly marked mask means all the words under it. */
export function unmaskedSpan(span: Place, masks: readonly Mask[]): Place {
  return payload(
    span,
    covered(masks).map(({ said, shown }) => ({ from: shown, to: said })),
  );
}

function covered(masks: readonly Mask[]): Covered[] {
  let by = 0;
  return inOrder(masks).map(({ start, end, as }) => {
    const shown = { start: start + by, end: start + by + codePointLength(as) + 2 };
    by = shown.end - end;
    return { said: { start, end }, shown };
  });
}

function payload({ start, end }: Place, stretches: readonly { from: Place; to: Place }[]): Place {
  const moved = (at: number, edge: "start" | "end") => {
    const inside = stretches.find(({ from }) => from.start < at && at < from.end);
    if (inside) return inside.to[edge];
    const before = stretches.findLast(({ from }) => from.end <= at);
    return before ? at + before.to.end - before.from.end : at;
  };
  return { start: moved(start, "start"), end: moved(end, "end") };
}
