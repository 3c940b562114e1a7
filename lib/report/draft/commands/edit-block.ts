import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/access/policy";
import { canonicalJson } from "@/lib/platform/canonical-json";
import { command } from "@/lib/platform/command";
import { invalid, Refusal } from "@/lib/platform/errors";
import { contentOfPassages, type TypedPassage } from "../passages";
import type { EditBlockInput } from "../report";
import { readBlocks } from "../queries/reports";
import { findBlock } from "./find-block";
import { settleClaims, writeBlock } from "./write-block";

const STALE =
  "Somebody changed this paragraph while you were writing. What you typed is still in the form, and the current paragraph is shown alongside it. Combine the two, then save again.";

/**
 * Gives a block new words and keeps the earlier ones as a revision. A passage that becomes a claim has
 * no evidence at first.
 */
export const editBlock = command(async (tx, viewer: Viewer, input: EditBlockInput) => {
  const block = await findBlock(tx, viewer, input.blockId);
  if (block.removedAt) throw invalid("This paragraph was removed. Restore it first.");
  if (block.type === "table") throw invalid("A table is changed in the editor of the whole draft.");
  const passages = input.passages.map(({ text, voice, claimId }) => ({
    text,
    claimId: voice === "claim" ? (claimId ?? randomUUID()) : null,
  }));
  const content = contentOfPassages(block.type, block.content, passages);
  if (canonicalJson(content) === canonicalJson(block.content)) return { id: block.id };
  if (new Set(claimsOf(passages)).size < claimsOf(passages).length)
    throw invalid(
      "Two passages cite the same evidence. Open the paragraph again and make the change once more.",
    );
  const { reviewId } = block.report;
  if (!(await writeBlock(tx, viewer, { block, reviewId, revision: input.revision, content })))
    throw new Refusal("stale", STALE, { revision: STALE });
  const rest = await readBlocks(tx, block.reportId, { id: { not: block.id }, removedAt: null });
  await settleClaims(tx, { reportId: block.reportId, reviewId }, [{ id: block.id, content }], rest);
  return { id: block.id };
});

const claimsOf = (passages: readonly TypedPassage[]) => passages.flatMap(({ claimId }) => claimId ?? []);
