import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { unzipSync, strFromU8 } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Viewer } from "@/lib/access/policy";
import { themeFigures } from "@/lib/aggregate/figures/queries/theme-figures";
import { listContributions } from "@/lib/capture/contribution/queries/contributions";
import { db } from "@/lib/platform/db";
import { toDocx } from "@/lib/report/export/docx";
import { generateDraft } from "@/lib/report/draft/commands/generate-draft";
import { saveVersion } from "@/lib/report/version/commands/save-version";
import { getReport } from "@/lib/report/draft/queries/reports";
import { exported, getVersion } from "@/lib/report/version/queries/versions";
import { attachEvidence } from "@/lib/synthesise/finding/commands/attach-evidence";
import { writeFinding } from "@/lib/synthesise/finding/commands/write-finding";
import { setTagging } from "@/lib/tag/coding/commands/set-tagging";
import { openTestDatabase } from "@/tests/support/database";
import {
  makeMember,
  makeReview,
  makeRoundtable,
  makeTheme,
  type TestReview,
} from "@/tests/support/worlds/factories";
import { importFile } from "@/tests/support/worlds/import-file";
import { sharedFile } from "@/tests/support/shared-data";

openTestDatabase();

type Turn = { speaker: string; text: string };

const Meeting = z.object({
  meeting_transcripts: z.array(z.object({ speaker: z.string(), content: z.string() })),
});

const SOURCES: { name: string; read: (file: string) => { bytes: Uint8Array; turns: Turn[] } }[] = [
  {
    name: "transcripts/education_4.json",
    read: (file) => {
      const { meeting_transcripts } = Meeting.parse(JSON.parse(readFileSync(file, "utf8")));
      const turns = meeting_transcripts
        .map(({ speaker, content }) => ({ speaker, text: content.trim() }))
        .filter(({ text }) => text !== "");
      return { bytes: Uint8Array.from(readFileSync(file)), turns };
    },
  },
  {
    name: "consultations/march-on.operation-marchin-orders/comments.csv",
    read: (file) => {
      const bytes = Uint8Array.from(readFileSync(file));
      const rows: Record<string, string>[] = parse(bytes, { columns: true, bom: true });
      const turns = rows.map((row) => ({
        speaker: row["author-id"] ?? "",
        text: (row["comment-body"] ?? "").trim(),
      }));
      return { bytes, turns };
    },
  },
];

describe.each(SOURCES)("$name is imported, coded and exported", ({ name, read }) => {
  const file = sharedFile(name);
  const its = test.skipIf(file === null);
  const wordCount = /\b(school|education|candidate|vote)/i;

  let review: TestReview;
  let viewer: Viewer;
  let roundtable: Awaited<ReturnType<typeof makeRoundtable>>;
  let theme: Awaited<ReturnType<typeof makeTheme>>;
  let source: { bytes: Uint8Array; turns: Turn[] };

  beforeAll(async () => {
    if (file === null) return;
    source = read(file);
    review = await makeReview();
    viewer = await makeMember(review, "lead");
    roundtable = await makeRoundtable(review);
    theme = await makeTheme(review);
  });

  its("every row goes in, under as many speakers as the file has", async () => {
    const input = { roundtableId: roundtable.id, fileName: name, bytes: source.bytes };
    expect(await importFile(viewer, input)).toMatchObject({ state: "visible", rows: source.turns.length });
    expect(await db().contribution.count({ where: { roundtableId: roundtable.id } })).toBe(
      source.turns.length,
    );
    const speakers = new Set(
      source.turns.map(({ speaker }) => speaker.trim()).filter((speaker) => speaker !== ""),
    );
    expect(await db().participant.count({ where: { roundtableId: roundtable.id } })).toBe(speakers.size);
    await expect(importFile(viewer, input)).rejects.toThrow(/already/);
  });

  its("no word of any row is lost or changed", async () => {
    const stored = await db().contribution.findMany({
      where: { roundtableId: roundtable.id },
      orderBy: { sequence: "asc" },
      select: { text: true },
    });
    // A text wholly in quotation marks is word for word; the marks are not part of what was said.
    const expected = source.turns.map(({ text }) =>
      text.replace(/\r\n?/g, "\n").replace(/^[“"]([^“”"]+)[”"]$/, "$1"),
    );
    expect(stored.map(({ text }) => text)).toEqual(expected);
  });

  its(
    "the dashboard counts the people of the file who said it",
    async () => {
      const said = new Set<string>();
      let after: string | undefined;
      for (;;) {
        const { contributions, next } = await listContributions(viewer, {
          reviewId: review.id,
          roundtableId: roundtable.id,
          take: 200,
          ...(after ? { after } : {}),
        });
        for (const contribution of contributions.filter(({ text }) => wordCount.test(text))) {
          said.add(contribution.id);
          await setTagging(viewer, {
            contributionId: contribution.id,
            themeId: theme.id,
            stance: "improvement",
          });
        }
        if (next === null) break;
        after = next;
      }
      const inFile = source.turns.filter(({ text }) => wordCount.test(text));
      expect(said.size).toBe(inFile.length);
      const people = new Set(inFile.map(({ speaker }) => speaker.trim())).size;
      const table = await themeFigures(viewer, { reviewId: review.id, roundtableId: roundtable.id });

      const row = table.themes.find(({ slug }) => slug === theme.slug);
      expect(row?.people.value).toBe(people);
      expect(row?.contributions.value).toBe(inFile.length);
    },
    120_000,
  );

  its("the draft's claim is in a DOCX file that a zip reader opens", async () => {
    const text = "The words of the record decide what is said about it.";
    const { id: findingId } = await writeFinding(viewer, {
      reviewId: review.id,
      themeId: theme.id,
      text,
      stance: "improvement",
    });
    const evidence = await db().tagging.findMany({
      where: { themeId: theme.id },
      take: 20,
      select: { contributionId: true },
    });
    for (const { contributionId } of evidence)
      await attachEvidence(viewer, { findingId, contributionId, bearing: "supports" });
    const { id: reportId, slug } = await generateDraft(viewer, {
      reviewId: review.id,
      roundtableId: roundtable.id,
      title: "What was said",
    });
    const { number } = await saveVersion(viewer, { reportId, name: "" });
    const report = await getReport(viewer, review.id, slug);
    const version = await getVersion(viewer, report, number);
    const files = unzipSync(new Uint8Array(await toDocx(exported(report, version))));
    const body = strFromU8(files["word/document.xml"] ?? new Uint8Array());
    expect(body).toContain("the words of the record decide what is said about it");
  });
});
