import { Document, Footer, HeadingLevel, Packer, Paragraph, type TextRun } from "docx";
import { fileText } from "@/lib/platform/text/file-text";
import { textRunsOf } from "@/lib/platform/word/word-text";
import { bulletNumbering, BULLETS, SANS, SERIF } from "./word-styles";
import { isDivided } from "@/lib/aggregate/publication/finding/divided";
import { byPublishedCount, isShown } from "@/lib/aggregate/publication/published-count";
import type { PublishedFigure } from "@/lib/aggregate/publication/shape/published-shape";
import { STANCES } from "@/lib/capture/contribution/stance";
import { countOf } from "@/lib/platform/text/count-words";
import { otherSide } from "@/lib/aggregate/publication/words/citation";
import { asSentence } from "@/lib/aggregate/publication/words/clause";
import {
  countInTable,
  NAMED_TOGETHER,
  quantityInWords,
} from "@/lib/aggregate/publication/words/published-words";
import { presentInWords } from "@/lib/aggregate/publication/release-changes";
import {
  tableOf,
  type Release,
  type ReleasedFinding,
  type ReleasedNpqs,
  type ReleasedTheme,
} from "@/lib/aggregate/publication/release-contents";
import { themeSentence } from "@/lib/aggregate/publication/words/theme-sentence";
import type { AboutRelease } from "./release-file";
import { methodSentences } from "./release-rows";

/** As many of each as two pages hold. */
const THEMES = 8;
const ASKS = 5;
const STRENGTHS = 4;
const DIVIDED = 3;
const FEW = 3;
const NPQS = 6;

/** A release in two pages for a paper: themes, asks, what works, divided views, views of few, and how they were counted. */
export async function releaseBrief(release: Release, about: AboutRelease): Promise<Uint8Array<ArrayBuffer>> {
  const source = `${about.review}, release ${about.release}, ${about.releasedOn}`;
  const title = `${about.review}: what people said`;
  const document = new Document({
    title: fileText(title),
    creator: "NPQ review",
    lastModifiedBy: "NPQ review",
    description: fileText(source),
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
            children: textRunsOf(title),
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
  const themes = table.themes.filter(({ axis }) => axis === "theme");
  const findings = [...release.findings].sort((a, b) => byPublishedCount(a.supports, b.supports));
  const asks = findings.filter(({ stance }) => stance === "ask");
  const strengths = findings.filter(({ stance }) => stance === "strength");
  const few = findings.filter(
    (finding) =>
      finding.supports.count.is === "a few" &&
      ![...asks.slice(0, ASKS), ...strengths.slice(0, STRENGTHS)].includes(finding),
  );
  return [
    new Paragraph({ children: textRunsOf(`${presentInWords(table)}. ${source}.`) }),
    heading("Themes"),
    ...themes
      .slice(0, THEMES)
      .map((theme) =>
        bullet([
          ...textRunsOf(`${theme.title}. `, { bold: true }),
          ...textRunsOf(themeSentence(theme, table, release)),
        ]),
      ),
    ...otherThemes(themes.slice(THEMES)),
    ...section("What people asked for", asks, ASKS),
    ...section("What works well", strengths, STRENGTHS),
    ...section("Where views are divided", findings.filter(isDivided), DIVIDED),
    ...section("Views of a few", few, FEW),
    ...npqSection(release.npqs),
    heading("How this was counted"),
    ...methodSentences(table.themes[0]?.people.threshold ?? 0).map(small),
  ];
}

/** Themes for which there is no room are named with their figures, so that none that ties with a told one is missing. */
function otherThemes(themes: readonly ReleasedTheme[]): Paragraph[] {
  if (themes.length === 0) return [];
  const named = themes.map(({ title, people }) => `${title} (${countInTable(people)})`);
  return [bullet([...textRunsOf("Other themes. ", { bold: true }), ...textRunsOf(`${named.join(", ")}.`)])];
}

/** As many as there is room for, and how many more the release has. */
function section(title: string, findings: readonly ReleasedFinding[], most: number): Paragraph[] {
  if (findings.length === 0) return [];
  const more = findings.length - most;
  const rest = more > 0 ? [small(`The dashboard has ${countOf(more, "more finding")} of this kind.`)] : [];
  return [heading(title), ...findings.slice(0, most).map(told), ...rest];
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
    ...(spoken.length === 0 ? [] : [bullet(textRunsOf(`${spoken.join(", ")}.`))]),
    ...(pairs.length === 0
      ? []
      : [
          bullet([
            ...textRunsOf("Named together, where people spoke about repetition: ", { bold: true }),
            ...textRunsOf(`${pairs.join(", ")}. ${NAMED_TOGETHER}`),
          ]),
        ]),
  ];
}

function told(finding: ReleasedFinding): Paragraph {
  const { stance, text, supports } = finding;
  const parts = [`${STANCES[stance].word}.`, `${quantityInWords(supports)}.`, otherSide(finding)];
  return bullet([
    ...textRunsOf(asSentence(text), { font: SERIF }),
    ...textRunsOf(` ${parts.filter((part) => part !== null).join(" ")}`),
  ]);
}

function heading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, children: textRunsOf(text) });
}

function bullet(children: TextRun[]): Paragraph {
  return new Paragraph({ numbering: { reference: BULLETS, level: 0 }, children });
}

function small(text: string): Paragraph {
  return new Paragraph({ children: textRunsOf(text, { size: 16 }) });
}
