import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { toCodePoints } from "@/lib/platform/text/code-points";
import type { ExchangeProject } from "@/lib/tag/exchange/file/project";
import { readProject } from "@/lib/tag/exchange/file/read-project";
import { writeProject } from "@/lib/tag/exchange/file/write-project";
import { ELSEWHERE, contributionForm, send, startRoundtable } from "./support/elsewhere";
import { expect, expectAccessible, test } from "./test";

/** The file that a click saves. */
async function saved(page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
  const download = page.waitForEvent("download");
  await click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: Uint8Array.from(readFileSync(await file.path())) };
}

async function look(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page
    .getByLabel("File")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  await page.getByRole("button", { name: "Look at this file" }).click();
}

test("the codebook is taken out, and changes nothing when it comes back", async ({ openAs }) => {
  const page = await openAs("lead");
  for (const link of ["Codebook as .qdc", "Codebook as CSV"]) {
    await page.goto("/reviews/npq/themes/exchange");
    const { name, bytes } = await saved(page, () => page.getByRole("link", { name: link }).click());
    await look(page, name, bytes);
    await expect(page.getByRole("heading", { name: /^This file has \d+ themes$/ })).toBeFocused();
    await expect(page.getByText("It would not change anything.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Import this codebook" })).toHaveCount(0);
  }
  await expectAccessible(page);
});

test("coding is taken out, and nothing of it is new when it comes back", async ({ openAs }) => {
  const page = await openAs("lead");
  for (const kind of ["To share", "For the facilitators’ own use"]) {
    await page.goto("/reviews/npq/coding/exchange");
    await page.getByLabel(kind).check();
    const { name, bytes } = await saved(page, () =>
      page.getByRole("button", { name: "Download the project" }).click(),
    );
    expect(name).toMatch(/^npq-(to-share|facilitators-only)\.qdpx$/);
    await look(page, name, bytes);
    await expect(page.getByRole("heading", { name: /^This project: / })).toBeFocused();
    await expect(page.getByText("There is nothing new in this file.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Import this file" })).toHaveCount(0);
  }
  await test.step("and as tables and a document, which say who they are for", async () => {
    await page.getByLabel("For the facilitators’ own use").check();
    for (const [label, file] of [
      ["Passages (Word)", "npq-passages-facilitators-only.docx"],
      ["Coding (Excel)", "npq-codings-facilitators-only.xlsx"],
      ["Memos (CSV)", "npq-memos-facilitators-only.csv"],
    ] as const) {
      const { name, bytes } = await saved(page, () => page.getByRole("button", { name: label }).click());
      expect(name).toBe(file);
      expect(bytes.length).toBeGreaterThan(200);
    }
  });
  await expectAccessible(page);
});

/** A passage that is on a word whether an emoji counts as one or as two. */
function countedEither(project: ExchangeProject): ExchangeProject {
  const foreign = codedElsewhere(project);
  const text = "👏👏👏👏 aaa bbb ccc ddd eee fff";
  const sources = foreign.sources.map((source) => ({
    ...source,
    text,
    selections: source.selections.map((selection) => ({ ...selection, start: 9, end: 12 })),
  }));
  return { ...foreign, origin: "Another program", sources };
}

const SAID = "The coach came twice, and nobody knew why";
const MARKED = "nobody knew";

/** The project as another program gives it back: its own identifiers, and a coding of a code of its own. */
function codedElsewhere(project: ExchangeProject): ExchangeProject {
  const [coder, code] = [randomUUID(), randomUUID()];
  const none = { name: "", description: "", noteGuids: [] };
  return {
    ...project,
    cases: [],
    variables: [],
    sets: [],
    notes: [],
    coders: [{ guid: coder, name: "Somebody else" }],
    codes: [
      { ...none, guid: code, name: "From elsewhere", colour: "#28706b", isCodable: true, children: [] },
    ],
    sources: project.sources.flatMap((source) => {
      const text = source.text ?? "";
      const start = toCodePoints(text, text.indexOf(MARKED));
      if (!text.includes(MARKED)) return [];
      const coding = {
        guid: randomUUID(),
        codeGuid: code,
        coderGuid: coder,
        at: null,
        stance: null,
        noteGuids: [],
      };
      const place = { start, end: start + MARKED.length, authorGuid: null, at: null };
      return [
        {
          ...source,
          guid: randomUUID(),
          selections: [{ ...none, guid: randomUUID(), ...place, codings: [coding] }],
        },
      ];
    }),
  };
}

test("what was coded in another program finds its contribution by the words, and is taken back", async ({
  openAs,
}) => {
  const roundtable = await startRoundtable();
  for (const text of [SAID, "It was moved to the holidays", "Yes"])
    expect(
      (await send(`${roundtable}/capture?form=plain`, await contributionForm(roundtable, { text }))).accepted,
    ).toBe(true);
  const page = await openAs("elsewhere");
  await page.goto(`${ELSEWHERE}/coding/exchange`);
  await page.getByLabel("For the facilitators’ own use").check();
  const { bytes } = await saved(page, () =>
    page.getByRole("button", { name: "Download the project" }).click(),
  );
  const project = await readProject(bytes);
  if (!project.ok) throw new Error(project.reason);

  await test.step("the page asks how positions are counted where nothing tells", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await look(page, "either.qdpx", await writeProject(countedEither(project.value)));
    await expect(page.getByText("We cannot tell how the positions in 1 text are counted")).toBeVisible();
    await expect(page.getByRole("button", { name: "Import this file" })).toHaveCount(0);
    const utf16 = page.getByLabel("UTF-16 units, with two for each line end");
    await expect(utf16).not.toBeChecked();
    await expect(page.getByText("The first would be “aaa”.")).toBeVisible();
    await expectAccessible(page);
    // By keyboard, and the file stays chosen.
    await utf16.focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await expect(page.getByText("We cannot tell how the positions")).toHaveCount(0);
    await expect(utf16).toBeChecked();
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  await test.step("the page says what it would do before it does it", async () => {
    await look(page, "elsewhere.qdpx", await writeProject(codedElsewhere(project.value)));
    await expect(page.getByText("Texts matched by their words")).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel("Assign it to me").check();
    await page.getByRole("button", { name: "Import this file" }).click();
    await expect(page.getByText("1 coding, 0 memos and 1 theme were added.")).toBeVisible();
  });

  const address = page.url();
  const themes = () =>
    page
      .getByRole("list", { name: "Contributions", exact: true })
      .locator("[data-contribution]")
      .filter({ hasText: SAID })
      .getByRole("list", { name: "Themes" });
  const search = `${ELSEWHERE}/coding?words=${encodeURIComponent(SAID)}`;

  await test.step("the theme is on the words that were marked", async () => {
    await page.goto(search);
    await expect(themes()).toContainText("From elsewhere");
    await expect(themes()).toContainText(`“${MARKED}”`);
  });

  await test.step("and off them again once it is taken back", async () => {
    await page.goto(address);
    await page.getByRole("button", { name: "Undo this import" }).click();
    await expect(page.getByText("1 coding and 0 memos were removed from their contributions.")).toBeVisible();
    await page.goto(search);
    await expect(page.getByText(SAID, { exact: true })).toBeVisible();
    await expect(page.getByText(`“${MARKED}”`)).toHaveCount(0);
  });
});
