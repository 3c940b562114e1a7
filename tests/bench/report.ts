import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/access/policy";
import { canonicalJson } from "@/lib/platform/canonical-json";
import { db } from "@/lib/platform/db";
import { saltedDigest } from "@/lib/platform/digest";
import { blockOf } from "@/lib/report/draft/block";
import type { BlockContent } from "@/lib/report/draft/content/block-content";
import type { BlockType } from "@/lib/report/draft/document-kind";
import { versionHash } from "@/lib/report/version/version";

const PARTS = 12;
const PARAGRAPHS_A_PART = 17;
const SENTENCE =
  "About half of those present spoke of how coaching fits a school, and most of them said that it needs time. ";
/** Where the report is, below the site's address. */
export const LONG_REPORT = "long-report";
const FORMATS = ["pdf", "docx", "html"] as const;

/** A public report of twenty pages of A4. It was not checked: it is there to be read. */
export async function addLongReport(lead: Viewer, reviewId: string): Promise<void> {
  const { id } = await db().report.create({
    data: {
      reviewId,
      slug: LONG_REPORT,
      title: "A long report",
      state: "published",
      createdById: lead.userId,
    },
    select: { id: true },
  });
  const blocks: [BlockType, BlockContent][] = Array.from({ length: PARTS }, (_, part) => [
    block("heading", `Part ${part + 1}`),
    ...Array.from({ length: PARAGRAPHS_A_PART }, (_, n) =>
      block(n % 6 === 5 ? "list_item" : "paragraph", SENTENCE.repeat(3)),
    ),
  ]).flat();
  const rows = blocks.map(([type, content], index) => ({
    blockId: randomUUID(),
    position: index + 1,
    section: "themes" as const,
    type,
    content,
    evidence: {},
    ...saltedDigest(canonicalJson(content)),
  }));
  const now = new Date();
  const by = { createdById: lead.userId, publishedById: lead.userId };
  const version = await db().version.create({
    data: { reportId: id, number: 1, hash: versionHash(rows), publishedAt: now, audience: "public", ...by },
    select: { id: true },
  });
  for (const { blockId, position, section, type, content } of rows)
    await db().block.create({ data: { id: blockId, reportId: id, position, section, type, content } });
  await db().versionBlock.createMany({ data: rows.map((row) => ({ ...row, versionId: version.id })) });
}

function block(type: BlockType, text: string): [BlockType, BlockContent] {
  return [type, blockOf(type, [{ text, marks: [] }])];
}

type Measuring = {
  site: string;
  cookie: string;
  measure: (key: string, size: string, once: () => Promise<number | null>) => Promise<void>;
  note: (key: string, value: number) => void;
};

/** Each file of the report as a member downloads it, and what the published page loads for its scripts. */
export async function measureReport({ site, cookie, measure, note }: Measuring): Promise<void> {
  for (const format of FORMATS)
    await measure(`report.export_${format}`, "", async () => {
      const address = `${site}/reviews/npq/reports/${LONG_REPORT}/export/1?format=${format}`;
      const answer = await fetch(address, { headers: { cookie } });
      if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
      return (await answer.arrayBuffer()).byteLength;
    });
  note("report.page.script_kb", (await scriptBytes(`${site}/published/npq/${LONG_REPORT}`)) / 1024);
}

async function scriptBytes(address: string): Promise<number> {
  const answer = await fetch(address);
  const html = await answer.text();
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  let bytes = 0;
  for (const [tag, inside = ""] of html.matchAll(
    /<script\b[^>]*>([\s\S]*?)<\/script>|<link[^>]*as="script"[^>]*>/g,
  )) {
    const source = /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1];
    bytes += source
      ? (await (await fetch(new URL(source, address))).arrayBuffer()).byteLength
      : Buffer.byteLength(inside);
  }
  return bytes;
}
