import type { Turn } from "../format";
import { isName, withoutColon, type Head } from "./head";
import { addUnspoken, BEFORE, isRemark, REMARK, type Flow, type Line } from "./flows";

/** A head with the place of its line in the flow, and how many lines it takes. */
type Found = Head & { at: number; length: number };
export type TimedFlow = Flow & { heads: Found[] };

/** The flow with the heads of turns that bear a time. */
export function withHeads(flow: Flow): TimedFlow {
  const { lines } = flow;
  const heads = lines.flatMap(({ head }, at): Found[] => (head ? [{ ...head, at, length: 1 }] : []));
  return { ...flow, heads: namesBeside(lines, heads) };
}

/**
 * The heads that begin turns. Where most have names, a time alone before the first of them is that of the meeting, and one
 * after it stands within what somebody says.
 */
export function withTurns(flows: readonly TimedFlow[]): TimedFlow[] {
  const all = flows.flatMap(({ heads }) => heads);
  const named = all.filter(({ speaker }) => speaker !== null).length;
  if (named * 2 < all.length || named === 0) return [...flows];
  return flows.map((flow) => {
    const first = flow.heads.findIndex(({ speaker }) => speaker !== null);
    let last: string | null = null;
    const heads = flow.heads
      .slice(first < 0 ? flow.heads.length : first)
      .map((head) => ({ ...head, speaker: (last = head.speaker ?? last) }));
    return { ...flow, heads };
  });
}

/**
 * Where times stand alone on their lines, names may stand on the line above or below each: whichever it is for most of
 * them.
 */
function namesBeside(lines: readonly Line[], heads: readonly Found[]): Found[] {
  const alone = heads.filter(({ speaker, text }) => speaker === null && text === "");
  const taken = new Set(heads.map(({ at }) => at));
  const isWords = (at: number) => at >= 0 && at < lines.length && !taken.has(at);
  const named = (at: number) => isWords(at) && isName(lines[at]?.text ?? "", "sure");
  const above = new Set(alone.filter(({ at }) => named(at - 1) && isWords(at + 1)));
  const below = new Set(alone.filter(({ at }) => named(at + 1) && isWords(at + 2)));
  const use = above.size > below.size ? above : below;
  if (use.size * 2 < alone.length) return [...heads];
  return heads.map((head) => {
    if (!use.has(head)) return head;
    const at = use === above ? head.at - 1 : head.at;
    const speaker = lines[use === above ? at : at + 1]?.text ?? "";
    return { ...head, speaker: withoutColon(speaker), at, length: 2 };
  });
}

/** Turns of a flow whose heads bear times. `begins` is the line of the document's first turn. */
export function timedTurns({ lines, heads }: TimedFlow, begins: number): Turn[] {
  const byLine = new Map(heads.map((head) => [head.at, head]));
  const known = new Set(heads.flatMap(({ speaker }) => speaker ?? []));
  const turns: Turn[] = [];
  let said: Turn | null = null;
  let next = 0;
  for (const [at, line] of lines.entries()) {
    if (at < next) continue;
    const head = byLine.get(at);
    const untimed = head ? null : line.name;
    if (head) {
      next = at + head.length;
      turns.push((said = { line: line.line, speaker: head.speaker, text: head.text, time: head.time }));
    } else if (untimed && known.has(untimed.speaker)) turns.push((said = { line: line.line, ...untimed }));
    else if (isRemark(line)) turns.push({ line: line.line, speaker: null, text: line.text, out: REMARK });
    else if (said) said.text += `${said.text === "" ? "" : "\n"}${line.text}`;
    else addUnspoken(turns, line, line.line < begins ? BEFORE : undefined);
  }
  return turns;
}

/** The line of the flow's first turn. */
export function firstHead({ lines, heads }: TimedFlow): number {
  return lines[heads[0]?.at ?? -1]?.line ?? Infinity;
}
