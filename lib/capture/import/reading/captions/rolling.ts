import type { Turn } from "../format";
import { voicesOf } from "./caption-text";
import type { CaptionKind, Cue } from "./parse-captions";

/**
 * Captions that roll, as YouTube writes them: each begins with the line that the one before it ended with. Every line is
 * kept once, where it came first, and what was repeated is told. Files whose captions repeat only now and then are left as
 * they are: somebody may have said the same twice.
 */
export function withoutRepeats(
  cues: readonly Cue[],
  kind: CaptionKind,
): { cues: readonly Cue[]; left: Turn[] } {
  const shown = cues.map((cue) => cue.lines.filter((line) => plain(line, kind) !== ""));
  const repeats = shown.map((lines, at) => (at === 0 ? 0 : repeated(shown[at - 1] ?? [], lines, kind)));
  const rolling = repeats.filter((count) => count > 0).length;
  if (rolling < LEAST || rolling * 3 < cues.length) return { cues, left: [] };
  const left = cues.flatMap(({ line }, at): Turn[] => {
    const said = (shown[at] ?? [])
      .slice(0, repeats[at])
      .map((one) => plain(one, kind))
      .join(" ");
    return said === "" ? [] : [{ line, speaker: null, text: said, out: "It repeats the caption before it" }];
  });
  return { cues: cues.map((cue, at) => ({ ...cue, lines: (shown[at] ?? []).slice(repeats[at]) })), left };
}

/** So many captions in a row begin with what was there already. */
const LEAST = 2;

const plain = (line: string, kind: CaptionKind) =>
  voicesOf(line, kind)
    .map(({ text }) => text)
    .join(" ");

/** How many of the first lines are the last ones of the caption before. */
function repeated(before: readonly string[], lines: readonly string[], kind: CaptionKind): number {
  const [earlier, now] = [before, lines].map((all) => all.map((line) => plain(line, kind)));
  for (let count = Math.min(before.length, lines.length); count > 0; count--)
    if (now?.slice(0, count).join("\n") === earlier?.slice(-count).join("\n")) return count;
  return 0;
}
