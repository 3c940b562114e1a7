import { z } from "zod";
import { beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "@/lib/access/policy";
import { BUILT_IN_CODEBOOK } from "@/lib/tag/codebook/codebook";
import { importCodebook } from "@/lib/tag/exchange/commands/import-codebook";
import { installCodebook } from "@/lib/tag/codebook/commands/install-codebook";
import { placeTheme } from "@/lib/tag/codebook/commands/place-theme";
import { readCodebookCsv, writeCodebookCsv } from "@/lib/tag/exchange/codebook-file/codebook-csv";
import { writeCodebook } from "@/lib/tag/exchange/codebook-file/codebook-file";
import { packPayload, fingerprintOf, unpackPayload } from "@/lib/tag/exchange/form-payload";
import { FileTheme } from "@/lib/tag/exchange/codebook-plan";
import { readCodebookFile } from "@/lib/tag/exchange/codebook-file/read-codebook-file";
import { codesOfThemes, type ThemeOfCode } from "@/lib/tag/exchange/file/theme-codes";
import { listThemeRevisions, listThemes } from "@/lib/tag/codebook/queries/themes";
import { listExchangeThemes } from "@/lib/tag/exchange/queries/exchange";
import { previewCodebook, previewCodebookFile } from "@/lib/tag/exchange/queries/exchange-preview";
import { openTestDatabase } from "@/tests/support/database";
import { makeMember, makeStranger, type TestReview } from "@/tests/support/worlds/factories";
import { makeScene } from "@/tests/support/worlds/scene";

openTestDatabase();

let review: TestReview;
let lead: Viewer;
beforeEach(async () => {
  ({ review, lead } = await makeScene({ members: ["lead"] }));
});

const bytes = (text: string) => Uint8Array.from(Buffer.from(text));
const csv = (themes: readonly ThemeOfCode[]) => bytes(writeCodebookCsv(themes));
const qdc = (themes: readonly ThemeOfCode[]) =>
  bytes(writeCodebook({ origin: "NPQ review", ...codesOfThemes(themes) }));

async function preview(file: Uint8Array, viewer = lead, reviewId = review.id) {
  const { themes } = await readCodebookFile(file);
  return { themes, plan: await previewCodebook(viewer, reviewId, themes) };
}

async function bringIn(
  file: Uint8Array,
  changes: "meaning" | "wording" = "meaning",
  viewer = lead,
  reviewId = review.id,
) {
  const { themes, plan } = await preview(file, viewer, reviewId);
  // As the page carries it.
  const payload = unpackPayload(packPayload(themes), z.array(FileTheme));
  return importCodebook(viewer, { reviewId, themes: payload, fingerprint: fingerprintOf(plan), changes });
}

async function withCodebook() {
  await installCodebook(lead, { reviewId: review.id, themes: BUILT_IN_CODEBOOK });
  const themes = await listThemes(lead, review.id);
  const [first, second] = themes;
  if (!first || !second) throw new Error("There are no themes.");
  await placeTheme(lead, { id: second.id, parentId: first.id, afterId: null });
  return listExchangeThemes(lead, review.id);
}

/** What each says, and under which title: identifiers and addresses are a review's own. */
function said(themes: readonly ThemeOfCode[]) {
  return themes.map(({ axis, title, definition, includes, excludes, signalWords, colour, parent }) => ({
    axis,
    title,
    definition,
    includes,
    excludes,
    signalWords,
    colour,
    under: themes.find(({ slug }) => slug === parent)?.title ?? null,
  }));
}

describe("a codebook that was exported", () => {
  test.each([
    ["a table", csv],
    ["codes", qdc],
  ])("changes nothing when it comes back as %s", async (_, write) => {
    const themes = await withCodebook();
    const { plan } = await preview(write(themes));
    expect(plan).toMatchObject({ added: [], changed: [], moved: [], retired: [], absent: [], problems: [] });
    expect(plan.unchanged).toHaveLength(themes.length);
  });

  test.each([
    ["a table", csv],
    ["codes", qdc],
  ])("makes the same codebook in another review, as %s", async (_, write) => {
    const themes = await withCodebook();
    const { review: other, lead: otherLead } = await makeScene({ members: ["lead"] });
    await bringIn(write(themes), "meaning", otherLead, other.id);
    const made = await listExchangeThemes(otherLead, other.id);
    expect(said(made)).toEqual(said(themes));
  });
});

describe("a codebook file", () => {
  test("adds what is new, changes what differs with a revision, moves, and leaves the rest alone", async () => {
    const themes = await withCodebook();
    const [first, second, third] = themes;
    if (!first || !second || !third) throw new Error("Too few themes.");
    const added = { ...third, slug: "fresh", title: "Fresh", parent: first.slug };
    const file = [first, { ...second, parent: null }, { ...third, definition: "Another meaning." }, added];
    const { plan } = await preview(csv(file));
    expect(plan.added.map(({ title }) => title)).toEqual(["Fresh"]);
    expect(plan.changed.map(({ known }) => known.id)).toEqual([third.guid]);
    expect(plan.moved.map(({ known, under }) => [known.id, under])).toEqual([[second.guid, null]]);
    expect(plan.absent).toHaveLength(themes.length - 3);
    await bringIn(csv(file));
    const after = await listThemes(lead, review.id);
    expect(after).toHaveLength(themes.length + 1);
    const find = (id: string) => after.find((theme) => theme.id === id);
    expect(find(third.guid)).toMatchObject({ definition: "Another meaning.", revision: 2, meaningSince: 2 });
    expect(find(second.guid)?.parentId).toBeNull();
    expect(after.find(({ slug }) => slug === "fresh")).toMatchObject({
      parentId: first.guid,
      colour: third.colour,
    });
    expect(await listThemeRevisions(lead, third.guid)).toMatchObject([{ definition: third.definition }]);
  });

  test("changes only the wording where that is said", async () => {
    const [first] = await withCodebook();
    if (!first) throw new Error("Too few themes.");
    await bringIn(csv([{ ...first, definition: "The same, said better." }]), "wording");
    expect((await listThemes(lead, review.id))[0]).toMatchObject({ revision: 2, meaningSince: 1 });
  });

  test("without a column changes nothing of it", async () => {
    const [first] = await withCodebook();
    if (!first) throw new Error("Too few themes.");
    await bringIn(bytes(`title,definition\n${first.title},Said again.\n`));
    const [now] = await listThemes(lead, review.id);
    expect(now).toMatchObject({
      definition: "Said again.",
      includes: first.includes,
      excludes: first.excludes,
      signalWords: first.signalWords,
    });
    expect(first.signalWords).not.toBe("");
  });

  test("changes signal words, which is wording whatever is said, and refuses too many", async () => {
    const [first] = await withCodebook();
    if (!first) throw new Error("Too few themes.");
    await bringIn(csv([{ ...first, signalWords: "head; boss" }]));
    const [now] = await listThemes(lead, review.id);
    expect(now).toMatchObject({
      signalWords: "head, boss",
      includes: first.includes,
      revision: 2,
      meaningSince: 1,
    });
    const signalWords = Array.from({ length: 41 }, (_, at) => `word ${at}`).join(", ");
    const file = readCodebookCsv(writeCodebookCsv([{ ...first, signalWords }]));
    expect(file).toMatchObject({
      problems: [{ row: 2, message: "Signal words: enter 40 or fewer. There are 41." }],
    });
  });

  test("says row by row why it cannot be imported, and then nothing is imported", async () => {
    const themes = await withCodebook();
    const [first, second, third] = themes;
    if (!first || !second || !third) throw new Error("Too few themes.");
    const file = csv([
      { ...first, title: third.title },
      { ...second, axis: "area", parent: null },
      { ...third, slug: "new-one", title: "New", parent: null },
      { ...third, slug: "new-two", title: "new", parent: null },
    ]);
    const { themes: read, plan } = await preview(file);
    expect(plan.problems.map(({ row, message }) => `${row}: ${message}`)).toEqual([
      `2: Another theme of this review is already called “${third.title}”. Choose another title.`,
      expect.stringMatching(/^3: .*A theme cannot move to another list/),
      "5: “new” is already in the file above. Each theme needs its own title.",
    ]);
    const input = {
      reviewId: review.id,
      themes: read,
      fingerprint: fingerprintOf(plan),
      changes: "meaning" as const,
    };
    await expect(importCodebook(lead, input)).rejects.toMatchObject({ kind: "stale" });
    expect(await listExchangeThemes(lead, review.id)).toEqual(themes);
  });

  test("is refused where the codebook changed after the preview", async () => {
    const themes = await withCodebook();
    const [first, ...rest] = themes;
    if (!first) throw new Error("Too few themes.");
    const { themes: read, plan } = await preview(csv([{ ...first, definition: "Mine." }]));
    await bringIn(csv([{ ...first, definition: "Theirs." }, ...rest]));
    const input = {
      reviewId: review.id,
      themes: read,
      fingerprint: fingerprintOf(plan),
      changes: "meaning" as const,
    };
    await expect(importCodebook(lead, input)).rejects.toMatchObject({ kind: "stale" });
  });

  test("of another program keeps the definitions that are here, and says where one is missing", async () => {
    const [first] = await withCodebook();
    if (!first) throw new Error("Too few themes.");
    const bare = { definition: "", includes: "", excludes: "", signalWords: "", parent: null };
    const file = qdc([
      { ...first, ...bare, guid: crypto.randomUUID() },
      { ...first, ...bare, guid: crypto.randomUUID(), slug: "x", title: "Elsewhere" },
    ]);
    const { plan } = await preview(file);
    expect(plan.unchanged.map(({ known }) => known.title)).toEqual([first.title]);
    expect(plan.added).toMatchObject([
      { title: "Elsewhere", definition: expect.stringMatching(/^Not defined yet/) },
    ]);
  });

  test.each([
    ["", "This file is empty."],
    ["PK\u0003\u0004", /^This is a project/],
    ["x".repeat(1024 * 1024 + 1), /larger than 1 MB/],
    ["<Project/>", /^This file is not a REFI-QDA codebook/],
    ["<!DOCTYPE x [<!ENTITY a 'b'>]><CodeBook/>", /document type/],
    ["<CodeBook><Codes/></CodeBook>", "There are no codes in this codebook."],
    [
      `<CodeBook><Codes>${Array.from({ length: 501 }, () => `<Code guid="${crypto.randomUUID()}" name="A"/>`).join("")}</Codes></CodeBook>`,
      /^This codebook has 501 codes. You can import at most 500 at once/,
    ],
  ])("that is not a codebook is refused with a message (%#)", async (text, message) => {
    await expect(readCodebookFile(bytes(text))).rejects.toMatchObject({
      kind: "invalid",
      message: expect.stringMatching(message),
    });
  });

  test("gives themes another colour where a table says one, and leaves addresses as they are", async () => {
    const [first, second, ...rest] = await withCodebook();
    if (!first || !second) throw new Error("Too few themes.");
    const colour = first.colour === "3" ? "4" : "3";
    const file = csv([{ ...first, colour }, { ...second, slug: "another", parent: first.slug }, ...rest]);
    const { plan } = await preview(file);
    expect(plan.recoloured.map(({ known }) => known.id)).toEqual([first.guid]);
    expect(plan.otherSlug.map(({ known }) => known.id)).toEqual([second.guid]);
    expect(plan.unchanged).toHaveLength(rest.length + 1);
    expect(await bringIn(file)).toEqual({ added: 0, changed: 0, moved: 0, recoloured: 1 });
    const after = await listExchangeThemes(lead, review.id);
    expect(after).toEqual([{ ...first, colour }, second, ...rest]);
    // Without the column nothing is said of colours, and codes of other programs keep what is here.
    const { plan: bare } = await preview(bytes(`title,definition\n${first.title},${first.definition}\n`));
    expect(bare.recoloured).toEqual([]);
    expect((await preview(qdc([{ ...first, colour: "9" }]))).plan.recoloured).toEqual([]);
  });

  test("of codes gives themes its identifiers, so that a theme that is renamed there is recognised", async () => {
    const [first] = BUILT_IN_CODEBOOK;
    if (!first) throw new Error("Too few themes.");
    const theme = { ...first, guid: crypto.randomUUID(), parent: null };
    await bringIn(qdc([theme]));
    const { plan } = await preview(qdc([{ ...theme, title: "Renamed elsewhere" }]));
    expect(plan.changed.map(({ known }) => known.id)).toEqual([theme.guid]);
    // In another review the identifier is taken.
    const { review: other, lead: otherLead } = await makeScene({ members: ["lead"] });
    await bringIn(qdc([theme]), "meaning", otherLead, other.id);
    const [made] = await listExchangeThemes(otherLead, other.id);
    expect(made).toMatchObject({ title: first.title });
    expect(made?.guid).not.toBe(theme.guid);
  });

  test("is not opened for a person who may not import it", async () => {
    const broken = bytes("<CodeBook");
    for (const role of ["facilitator", "fellow"] as const)
      await expect(
        previewCodebookFile(await makeMember(review, role), review.id, broken),
      ).rejects.toMatchObject({ kind: "forbidden" });
    await expect(previewCodebookFile(await makeStranger(), review.id, broken)).rejects.toMatchObject({
      kind: "not-found",
    });
    await expect(previewCodebookFile(lead, review.id, broken)).rejects.toMatchObject({ kind: "invalid" });
    const { plan } = await previewCodebookFile(lead, review.id, bytes("title,definition\nA,b\n"));
    expect(plan.added).toHaveLength(1);
  });

  test("is previewed by the lead alone", async () => {
    const themes = await withCodebook();
    for (const role of ["facilitator", "reviewer", "fellow"] as const)
      await expect(preview(csv(themes), await makeMember(review, role))).rejects.toMatchObject({
        kind: "forbidden",
      });
    await expect(preview(csv(themes), await makeStranger())).rejects.toMatchObject({ kind: "not-found" });
    expect(await listExchangeThemes(await makeMember(review, "fellow"), review.id)).toEqual(themes);
  });
});
