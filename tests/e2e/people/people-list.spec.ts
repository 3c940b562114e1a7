import type { Page } from "@playwright/test";
import { ELSEWHERE, slugOf, startRoundtable } from "../support/elsewhere";
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from "../test";

test.beforeEach(({ context }) => signIn(context, "elsewhere"));

const file = (...rows: string[]) => ({
  name: "people.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(rows.join("\n")),
});
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const means = (page: Page, value: string) => page.getByLabel(`${value} means`, { exact: true });

test("eight people are registered by a file in four clicks, and nothing is dropped", async ({ page }) => {
  const roundtable = await startRoundtable();
  await page.goto(`${roundtable}/people`);
  let clicks = 0;
  const click = async (role: "link" | "button", name: string) => {
    clicks++;
    await page.getByRole(role, { name, exact: true }).click();
  };
  await click("link", "Add from a list");
  // The click that opens the computer's own window for files.
  clicks++;
  await page
    .getByLabel("Attendance list")
    .setInputFiles(
      file(
        "Full name,School,Job title,Phase / setting,Area,NPQ,Consent",
        "Ada Alder,Ash School,HT,EYFS,SW,NPQ SL,Verbatim",
        "Ben Birch,Beech PRU,DHT,PRU,NW,Senior Leadership,Paraphrase only",
        "Cleo Cedar,Cedar School,SENDCo,Primary,E Mids,LBC,Not to be published",
        "Dan Dale,Dale School,HoY,Secondary,Yorks & Humber,NPQML,Verbatim",
        "Eve Elder,Elder Trust,CEO,MAT,London,NPQEL / NPQH,May be quoted",
        "Fay Fern,Fern College,ECT lead,Sixth form,EoE,None,No quotes",
        "Gus Gorse,Gorse School,HoD,AP,SE,,Verbatim",
        "Hal Holly,Holly School,AHT,Special,NE,NPQLT,",
      ),
    );
  await click("button", "Read the list");
  await expect(page.getByText("We understood every value, or you have chosen what it means.")).toBeVisible();
  await expect(page.getByText("This is the list as it was last checked.")).toBeVisible();
  await expect(means(page, "Region “SW”")).toHaveValue("South West");
  await expect(means(page, "Phase “PRU”")).toHaveValue(
    "setting:Pupil referral unit or alternative provision",
  );
  await expect(means(page, "Phase “EYFS”")).toHaveValue("Nursery");
  await expect(means(page, "Permission “No quotes”")).toHaveValue("paraphrase");
  await expectAccessible(page);
  await click("button", "Add 8 participants");
  await expect(page.getByText("8 participants added")).toBeVisible();
  expect(clicks).toBe(4);

  await expect(
    page.getByText(
      "Words may be read and quoted: 4, Paraphrase only: 2, Not to be published: 1, Not recorded: 1",
    ),
  ).toBeVisible();
  const NONE = "Not applicable";
  for (const [label, ...values] of [
    ["P01", "Headteacher", "Nursery", "", "South West"],
    ["P02", "Deputy head", NONE, "Pupil referral unit or alternative provision", "North West"],
    ["P03", "SENCO", "Primary", "", "East Midlands"],
    ["P04", "Head of year or phase", "Secondary", "", "Yorkshire and The Humber"],
    ["P05", "Trust chief executive", NONE, "Multi-academy trust", "London"],
    ["P06", "Other", "16 plus", "", "East of England"],
    ["P07", "Middle leader", NONE, "Pupil referral unit or alternative provision", "South East"],
    ["P08", "Assistant head", NONE, "Special schools", "North East"],
  ] as const)
    for (const [at, column] of ["Role", "Phase", "Setting", "Region"].entries())
      await expect(page.getByLabel(`${column}, ${label}`, { exact: true })).toHaveValue(values[at] ?? "");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test("what is not understood is asked on one screen, and what was chosen is kept", async ({ page }) => {
    const roundtable = await startRoundtable();
    await page.goto(`${roundtable}/people/attendance`);
    await page
      .getByLabel("Attendance list")
      .setInputFiles(
        file(
          "Who,Email,Region,Place of work,Consent",
          "Ida Iris,ida@example.org,Camden,SW,Yes",
          "Jan Juniper,not an address,Camden,NW,Yes",
        ),
      );
    await button(page, "Read the list").click();
    await expect(page.getByText("3 values are not understood.")).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expect(page.getByText("Choose the column that holds the names")).toBeVisible();

    await page.getByLabel("Who holds", { exact: true }).selectOption("Name");
    await means(page, "Permission “Yes”").selectOption("Paraphrase only");
    await button(page, "Check again").click();
    await expect(means(page, "Permission “Yes”")).toHaveValue("paraphrase");
    await button(page, "Add 2 participants").click();
    await expect(page.getByRole("alert")).toContainText("Choose what “Camden” means under Region");
    await expect(page.getByRole("alert")).toContainText("Choose what “not an address” means");
    await expect(means(page, "Permission “Yes”")).toHaveValue("paraphrase");

    await page.getByLabel("Region holds", { exact: true }).selectOption("Not used");
    await page.getByLabel("Place of work holds", { exact: true }).selectOption("Region");
    await means(page, "Email address “not an address”").selectOption("Leave out");
    await button(page, "Add 2 participants").click();
    await expect(page.getByRole("alert")).toContainText("You changed the columns. Check how we read them");
    await expect(means(page, "Region “NW”")).toHaveValue("North West");
    await expect(page.getByText("Email address “not an address” is left out, as you chose.")).toBeVisible();
    await button(page, "Add 2 participants").click();
    await expect(page.getByText("2 participants added")).toBeVisible();
    await expect(page.getByText("Words may be read and quoted: 0, Paraphrase only: 2")).toBeVisible();
  });
});

test("someone already registered is offered by name, and taken where the organisation is the same", async ({
  page,
}) => {
  const [first, second] = [await startRoundtable(), await startRoundtable()];
  const read = async (roundtable: string, ...rows: string[]) => {
    await page.goto(`${roundtable}/people/attendance`);
    await page.getByLabel("Attendance list").setInputFiles(file("Name,Organisation", ...rows));
    await button(page, "Read the list").click();
  };
  await read(first, "Kit Knapweed,Kew School", "Lea Linden,Lime School");
  await button(page, "Add 2 participants").click();
  await expect(page.getByText("2 participants added")).toBeVisible();

  await read(second, "Kit Knapweed,Kew School", "Lea Linden,Another School");
  const kit = page.getByLabel("Line 2 is", { exact: true });
  const lea = page.getByLabel("Line 3 is", { exact: true });
  await expect(kit.locator("option:checked")).toContainText(
    `Kit Knapweed, Kew School (P01 at ${slugOf(first)}`,
  );
  await expect(lea).toHaveValue("new");
  await button(page, "Add 2 participants").click();
  await expect(page.getByText("2 participants added")).toBeVisible();
  await page.goto(`${ELSEWHERE}/people`);
  await expect(page.getByText("Lea Linden").first()).toBeVisible();
  await expect(page.getByText("Kit Knapweed")).toHaveCount(0);
});
