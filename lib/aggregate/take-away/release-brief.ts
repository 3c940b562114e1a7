import { Document, Footer, HeadingLevel, Packer, Paragraph, TextRun } from "docx";
import { bulletNumbering, BULLETS, SANS, SERIF } from "./word-styles";
import { isDivided } from "@/lib/aggregate/publication/divided";
import { byPublishedCount, isShown, type PublishedFigure } from "@/lib/aggregate/publication/published-count";
import {
  countInTable,
  counterViewWords,
  quantityInWords,
} from "@/lib/aggregate/publication/words/published-words";
import { presentInWords } from "@/lib/aggregate/publication/release-changes";
import {
  tableOf,
  type Release,
  type ReleasedFinding,
  type ReleasedNpqs,
} from "@/lib/aggregate/publication/release-contents";
import { themeSentence } from "@/lib/aggregate/publication/words/theme-sentence";
import type { AboutRelease } from "./release-file";
import { methodSentences } from "./release-rows";

/** As many of each as two pages hold. */
const THEMES = 8;
const ASKS = 5;
const DIVIDED = 3;
const FEW = 3;
const NPQS = 6;

/** A release in two pages for a paper: themes, asks, divided views, views of few, and how they were counted. */
export async function releaseBrief(release: Release, about: AboutRelease): Promise<Uint8Array<ArrayBuffer>> {
  const source = `${about.review}, release ${about.release}, ${about.releasedOn}`;
  const document = new Document({
    title: `${about.review}: what people said`,
    creator: "NPQ review",
    lastModifiedBy: "NPQ review",
    description: source,
    styles: {
      default: {
        document: {
          run: { font: SANS, size: 20, language: { value: "en-GB" } },
          paragraph: { spacing: { after: 80 } },
        },
        title: { run: { font: SANS, size: 36, bold: true }, paragraph: { spacing: { after: 80 } } },
        heading1: {
          run: { font: SANS, size: 24, bold: true },
          paragraph: { spacing: { before: 180, after: 60 } },
        },
      },
    },
    numbering: bulletNumbering({ indent: { left: 400, hanging: 240 }, spacing: { after: 60 } }),
    sections: [
      {
        properties: { page: { margin: { top: 1000, bottom: 900, left: 1100, right: 1100 } } },
        footers: { default: new Footer({ children: [small(`${source}. ${about.link}`)] }) },
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            children: [new TextRun(`${about.review}: what people said`)],
          }),
          ...paragraphs(release, source),
        ],
      },
    ],
  });
  return Uint8Array.from(await Packer.toBuffer(document));
}

function paragraphs(release: Release, source: string): Paragraph[] {
  const table = tableOf(release, null);
  if (!table) return [];
  const themes = table.themes.filter(({ axis }) => axis === "theme").slice(0, THEMES);
  const findings = [...release.findings].sort((a, b) => byPublishedCount(a.supports, b.supports));
  return [
    new Paragraph({ children: [new TextRun(`${presentInWords(table)}. ${source}.`)] }),
    heading("Themes"),
    ...themes.map((theme) =>
      bullet([
        new TextRun({ text: `${theme.title}. `, bold: true }),
        new TextRun(themeSentence(theme, table, release)),
      ]),
    ),
    ...section("What people asked for", findings.filter(({ stance }) => stance === "ask").slice(0, ASKS)),
    ...section("Where views are divided", findings.filter(isDivided).slice(0, DIVIDED)),
    ...section(
      "Views of a few",
      findings.filter(({ supports }) => supports.count.is === "a few").slice(0, FEW),
    ),
    ...npqSection(release.npqs),
    heading("How this was counted"),
    ...methodSentences(table.themes[0]?.people.threshold ?? 0).map(small),
  ];
}

function section(title: string, findings: readonly ReleasedFinding[]): Paragraph[] {
  return findings.length === 0 ? [] : [heading(title), ...findings.map(told)];
}

/** The NPQs that most people spoke about, and those that people named as repeating each other. */
function npqSection(npqs: ReleasedNpqs | null): Paragraph[] {
  const most = <Row extends { people: PublishedFigure }>(rows: readonly Row[]) =>
    rows
      .filter(({ people }) => people.count.is !== "none" && isShown(people))
      .sort((a, b) => byPublishedCount(a.people, b.people))
      .slice(0, NPQS);
  const spoken = most(npqs?.npqs ?? []).map(({ npq, people }) => `${npq} (${countInTable(people)})`);
  const pairs = most(npqs?.pairs ?? []).map(
    ({ first, second, people }) => `${first} and ${second} (${countInTable(people)})`,
  );
  return [
    ...(spoken.length === 0 ? [] : [heading("NPQs that people spoke about")]),
    ...(spoken.length === 0 ? [] : [bullet([new TextRun(`${spoken.join(", ")}.`)])]),
    ...(pairs.length === 0
      ? []
      : [
          bullet([
            new TextRun({ text: "Named as repeating each other: ", bold: true }),
            new TextRun(`${pairs.join(", ")}.`),
          ]),
        ]),
  ];
}

function told({ text, counterView, supports, contradicts }: ReleasedFinding): Paragraph {
  const against = counterViewWords(contradicts);
  const other = against === null ? "" : ` ${against}${counterView === "" ? "" : `: ${counterView}`}.`;
  return bullet([new TextRun({ text, font: SERIF }), new TextRun(` ${quantityInWords(supports)}.${other}`)]);
}

function heading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(text)] });
}

function bullet(children: TextRun[]): Paragraph {
  return new Paragraph({ numbering: { reference: BULLETS, level: 0 }, children });
}

function small(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text, size: 16 })] });
}
