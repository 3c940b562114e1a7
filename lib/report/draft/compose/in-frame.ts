import { upperFirst } from "@/lib/aggregate/publication/words/clause";
import type { DraftClaim, DraftRun } from "../draft-block";

/** Which frame a sentence is put into: the plainest ones, and others only where a document is long. */

/** What goes into a frame, by name. */
export type Parts = Partial<Record<string, readonly DraftRun[]>>;
/** A sentence in one of the frames; `opens` where a paragraph begins with it. */
export type InFrame = (
  frames: readonly string[],
  parts: Parts,
  also?: { claim?: DraftClaim; opens?: boolean },
) => DraftRun[];

/** A frame is used so often before the next one of its list is. */
const OFTEN = 2;

/**
 * Puts a sentence into the plainest frame of the list, its first, which is taken twice before the next one is, and not twice
 * running; where the sentence has been written before, into one that it had. No paragraph begins as the one before it does,
 * if the list allows that.
 */
export function createFrames(isWritten: ((sentence: readonly DraftRun[]) => boolean) | null): InFrame {
  const used = new Map<string, number>();
  let lastStart: string | null = null;
  const order: string[] = [];
  return (frames, parts, { claim, opens = false } = {}) => {
    const times = (frame: string) => used.get(frame) ?? 0;
    const before = isWritten ? frames.filter((frame) => isWritten(filled(frame, parts, claim))) : [];
    const otherwise = opens ? frames.filter((frame) => startOf(frame) !== lastStart) : [];
    const fitting = [before, otherwise, frames].find((some) => some.length > 0) ?? frames;
    const last = order.findLast((frame) => frames.includes(frame));
    const next =
      fitting.find((frame) => times(frame) < OFTEN && frame !== last) ??
      fitting.reduce((least, frame) => (times(frame) < times(least) ? frame : least));
    used.set(next, times(next) + 1);
    order.push(next);
    if (opens) lastStart = startOf(next);
    return filled(next, parts, claim);
  };
}

/** How a sentence begins, for the eye: with its figure, whomever that is said of, or with its first word. */
function startOf(frame: string): string {
  const [first = ""] = frame.split(" ");
  return /^\{(?:Present|Who|Q)\}$/.test(first) ? "{figure}" : first;
}

/** A frame with its parts: "{Q} of those present" with a part q. A capital in the name makes the part begin with one. */
function filled(frame: string, parts: Parts, claim?: DraftClaim): DraftRun[] {
  return frame
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== "")
    .flatMap((piece): DraftRun[] => {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1];
      if (name === undefined) return [{ text: piece, ...(claim ? { claim } : {}) }];
      const small = name.slice(0, 1).toLowerCase() + name.slice(1);
      const part = parts[small] ?? [];
      return name === small
        ? [...part]
        : part.map((run, at) => (at === 0 ? { ...run, text: upperFirst(run.text) } : run));
    });
}
