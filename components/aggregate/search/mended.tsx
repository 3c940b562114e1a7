import { Notice } from "@/components/ui/notice";
import type { Results } from "@/lib/aggregate/search/hit";

/** Which words were looked for in place of what was typed, and why. */
export function Mended({ results: { mended, common } }: { results: Pick<Results, "mended" | "common"> }) {
  if (mended.size === 0 && common.length === 0) return null;
  return (
    <div role="status" className="mt-3">
      <Notice>
        {[...mended].map(([typed, meant]) => (
          <p key={typed}>
            Showing results for <strong>{meant}</strong>. Nothing that you can read has “{typed}”.
          </p>
        ))}
        {common.length > 0 && <p>{commonWords(common)}</p>}
      </Notice>
    </div>
  );
}

function commonWords(words: readonly string[]): string {
  const quoted = words.map((word) => `“${word}”`).join(", ");
  return `${quoted} ${words.length === 1 ? "is" : "are"} too common to look for.`;
}
