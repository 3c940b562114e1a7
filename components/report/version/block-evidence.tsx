import { countOf } from "@/lib/platform/text/count-words";
import { listed } from "@/lib/report/draft/wording";
import type { BlockChange } from "@/lib/report/version/compare/compare";
import type { ClaimChange } from "@/lib/report/version/compare/changes";

/** What else changed of a paragraph: what its claims rest on, their figures, and the cells of a table. */
export function BlockEvidence({ block, evidence }: { block: BlockChange; evidence: boolean }) {
  const claims = block.claims.flatMap((claim) => {
    const said = claimWords(claim, evidence);
    return said.length === 0 ? [] : [{ claim, said }];
  });
  if (claims.length + block.cells.length === 0) return null;
  return (
    <ul className="mt-2 grid list-disc gap-1 pl-5 text-meta wrap-anywhere">
      {claims.map(({ claim, said }) => (
        <li key={claim.id}>
          “{claim.text.trim()}” {listed(said)}.
        </li>
      ))}
      {block.cells.map(({ row, column, before, after }) => (
        <li key={`${row} ${column}`}>
          {row}, {column.toLowerCase()}: {before ?? "not shown"}, then {after ?? "not shown"}.
        </li>
      ))}
    </ul>
  );
}

function claimWords({ figure, evidence }: ClaimChange, works: boolean): string[] {
  const said: string[] = [];
  if (figure)
    said.push(
      `had the figure ${figure.before ?? "that no release gave"}, then ${figure.after ?? "none that a release gives"}`,
    );
  if (!evidence || !works) return said;
  if (evidence.otherBasis) said.push("rests on another finding or theme");
  if (evidence.added > 0) said.push(`cites ${countOf(evidence.added, "contribution")} that it did not cite`);
  if (evidence.removed > 0) said.push(`no longer cites ${countOf(evidence.removed, "contribution")}`);
  return said;
}
