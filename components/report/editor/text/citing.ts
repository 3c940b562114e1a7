import type { CitedContribution, Claim, Told } from "@/lib/report/claim/claim";
import type { FoundFinding } from "@/lib/report/editor/found-evidence";
import type { OpenEditor } from "../use-draft-editor";
import { runCommand } from "./keys";
import { insertBlock, markAsClaim } from "./marking";

const NOTHING: Told = { findingId: null, side: "supports", themeId: null, stance: null };

/** The claim at the cursor; where there is none, the selected words become one. Null where nothing is selected. */
function claimFor({ editor, book }: OpenEditor, claim: Claim | undefined): string | null {
  if (claim) return claim.id;
  if (editor.state.selection.empty) return null;
  const id = crypto.randomUUID();
  // Known before it is in the text, where a claim that nobody knows is taken out.
  book.write(id, NOTHING, { supports: [], contradicts: [] });
  return runCommand(editor, markAsClaim(id)) ? id : null;
}

/** The claim tells this finding, and cites what supports and what contradicts it. */
export function citeFinding(open: OpenEditor, claim: Claim | undefined, finding: FoundFinding): void {
  const id = claimFor(open, claim);
  if (id === null) return;
  const { supports, contradicts } = finding;
  open.book.write(id, { ...NOTHING, findingId: finding.id }, { supports, contradicts });
}

/** The claim cites this contribution too. */
export function citeContribution(open: OpenEditor, claim: Claim | undefined, cited: CitedContribution): void {
  const id = claimFor(open, claim);
  if (id === null) return;
  const { supports = [], contradicts = [] } = claim ?? {};
  const all = [...supports.filter((one) => one.id !== cited.id), cited];
  open.book.write(id, claim ?? NOTHING, {
    supports: all,
    contradicts: contradicts.filter((one) => one.id !== cited.id),
  });
}

export function uncite({ book }: OpenEditor, claim: Claim, contributionId: string): void {
  const without = (those: readonly CitedContribution[]) => those.filter(({ id }) => id !== contributionId);
  book.write(claim.id, claim, {
    supports: without(claim.supports),
    contradicts: without(claim.contradicts),
  });
}

/** The cleared words of a contribution that may be quoted, as a quotation below the paragraph of the cursor. */
export function insertQuotation({ editor, book }: OpenEditor, cited: CitedContribution): void {
  const words = cited.clearedText;
  if (words === null) return;
  const id = crypto.randomUUID();
  book.write(id, NOTHING, { supports: [cited], contradicts: [] });
  runCommand(
    editor,
    insertBlock((schema, section) => {
      const claim = schema.marks.claim?.create({ id });
      const quoted = schema.text(`“${words}”`, claim ? [claim] : []);
      return schema.nodes.blockquote?.create({ section }, quoted) ?? null;
    }),
  );
}
