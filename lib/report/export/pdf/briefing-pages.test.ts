import { expect, test } from "vitest";
import { figureTable } from "@/lib/aggregate/publication/report/figure-table";
import { composeDraft } from "@/lib/report/draft/compose/compose";
import { storedBlock } from "@/lib/report/draft/composed/stored-block";
import type { DraftBlock } from "@/lib/report/draft/draft-block";
import type { DraftSource } from "@/lib/report/draft/draft-source";
import { objectsOf } from "@/tests/support/report/pdf-objects";
import { randomSource } from "@/tests/support/report/random-source";
import { blockWith, CLAIM, exportedReport } from "@/tests/support/worlds/exported-report";
import type { ExportedVersion } from "../exported";
import { typesetPdf } from "./typeset";

/** A generated draft as it would be exported. */
function exportedDraft(blocks: readonly DraftBlock[], { figures }: DraftSource): ExportedVersion {
  return {
    ...exportedReport(),
    blocks: blocks.map((block) => ({
      ...blockWith(storedBlock(block, () => CLAIM).content, block.type),
      section: block.section,
      table: block.figure && figures ? figureTable(block.figure.of, figures) : null,
    })),
  };
}

/** How many pages the document's root says that it has. */
function pagesOf(pdf: Uint8Array): number {
  const roots = objectsOf(pdf).matchAll(
    /\/Type ?\/Pages\b[^>]*?\/Count (\d+)|\/Count (\d+)[^>]*?\/Type ?\/Pages\b/g,
  );
  return Math.max(...[...roots].map(([, first, second]) => Number(first ?? second)));
}

/** Twelve sources, some with as many themes and as long findings as there are, and some without a release. */
test("a generated briefing is two pages as PDF", () => {
  const pages = Array.from({ length: 12 }, (_, at) => {
    const source = randomSource(at + 1);
    return pagesOf(typesetPdf(exportedDraft(composeDraft("briefing", source), source), false));
  });
  expect(Math.min(...pages)).toBeGreaterThan(0);
  expect(Math.max(...pages), pages.join(" ")).toBeLessThanOrEqual(2);
  const full = randomSource(1);
  expect(pagesOf(typesetPdf(exportedDraft(composeDraft("full", full), full), false))).toBeGreaterThan(2);
});
