import { writeFileSync } from "node:fs";
import { test } from "vitest";
import { db } from "@/lib/platform/db";
import { BlockContent, plainText } from "@/lib/report/draft/block";
import { seedDemonstration } from "@/prisma/seed";
import { openTestDatabase } from "@/tests/support/database";
import { getDraft } from "@/lib/report/check/queries/checked-draft";
import { viewerOf } from "@/lib/access/viewer";
import { getReport } from "@/lib/report/draft/queries/reports";

openTestDatabase();
test("print", async () => {
  await seedDemonstration();
  const reports = await db().report.findMany({ include: { blocks: { orderBy: { position: "asc" } } } });
  const member = await db().membership.findFirstOrThrow({ where: { role: "lead" } });
  const viewer = await viewerOf(member.userId);
  let out = "";
  for (const report of reports) {
    out += `\n\n######## ${report.kind}: ${report.title} (release ${report.releaseId ? "yes" : "no"})\n`;
    let words = 0;
    for (const b of report.blocks) {
      const t = plainText(BlockContent.parse(b.content));
      if (b.section !== "annex" && b.type !== "figure") words += t.split(/\s+/).length;
      out += b.type === "heading" ? `\n## ${t}\n` : b.type === "list_item" ? `- ${t}\n` : b.type === "figure" ? `[${t}]\n` : `\n${t}\n`;
    }
    out += `\n(${words} words without annex)\n`;
    const draft = await getDraft(viewer!, await getReport(viewer!, report.reviewId, report.slug));
    for (const c of draft.checks) out += `CHECK ${c.blocking ? "!" : "?"} ${c.kind}: ${c.message} :: ${plainText(draft.blocks.find((b) => b.id === c.blockId)?.content ?? ({ type: "paragraph" } as never)).slice(0, 90)}\n`;
  }
  writeFileSync("/tmp/drafts.txt", out);
}, 120000);
