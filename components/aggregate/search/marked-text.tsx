import type { Marked } from "@/lib/aggregate/search/hit";

/** Words with what was looked for marked. The pieces are text, never HTML. */
export function MarkedText({ pieces }: { pieces: readonly Marked[] }) {
  return pieces.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text));
}
