import { WHOSE_VIEWS } from "@/lib/aggregate/figures/figure-words";
import type { ThemeFigures, ThemeTable } from "@/lib/aggregate/figures/figures";
import type { ExportedContribution, ExportedPerson } from "@/lib/aggregate/live/exported";
import { SOURCE_WORDS, WORDING_WORDS } from "@/lib/capture/contribution/contribution-words";
import { STANCE_ORDER, STANCES } from "@/lib/capture/contribution/stance";
import { countOf } from "@/lib/platform/text/count-words";
import { formatInstant, formatTime } from "@/lib/platform/text/dates";
import type { Cell, StreamedSheet } from "@/lib/platform/xlsx/xlsx-stream";

export type LiveWorkbook = {
  review: string;
  link: string;
  made: Date;
  /** What is counted, in a sentence. */
  counted: string;
  table: ThemeTable;
  /** Contributions that a blind round hides from whoever takes the file away. */
  hidden: number;
  /** Read twice: once with their words, once for the matrix. */
  contributions: () => AsyncIterable<readonly ExportedContribution[]>;
  people: () => AsyncIterable<readonly ExportedPerson[]>;
};

/** The sheets of a facilitators' file: method first, so that whoever opens it reads what it is. */
export function liveSheets(workbook: LiveWorkbook): StreamedSheet[] {
  return [
    methodSheet(workbook),
    figuresSheet(workbook.table),
    contributionsSheet(workbook),
    peopleSheet(workbook),
    matrixSheet(workbook),
  ];
}

function methodSheet({ review, link, made, counted, hidden }: LiveWorkbook): StreamedSheet {
  const left =
    hidden === 0
      ? []
      : [
          [
            "Left out",
            `${countOf(hidden, "contribution")} of a blind coding round that you have not finished. They are in the figures.`,
          ],
        ];
  return {
    name: "Method",
    columns: [
      { title: "About", width: 22 },
      { title: "This file", width: 110 },
    ],
    rows: [
      [
        ["Review", review],
        ["What is counted", counted],
        ["Made", `${formatInstant(made)}, from live figures that are not released`],
        ["Where", link],
        [
          "Who may have it",
          "The facilitators of the review alone. It has exact figures, and words that nobody else may read. Do not pass it on.",
        ],
        ["Whose views", WHOSE_VIEWS],
        [
          "Figures",
          "Each person counts once, out of everybody counted who was present, without hosts. Stances overlap. The coding is the settled one: decided where coders differed, and otherwise what people set outside unfinished blind rounds.",
        ],
        [
          "Contributions",
          "Everything that stands, one in each row, in the order in which it was said. Contributions of hosts, of the group, without a known speaker and facilitators’ own notes are listed where no group of people is chosen, and enter no count of people.",
        ],
        [
          "Matrices",
          "1 where the theme was raised or set, and 0 where it was not. A person who came more than once is one row. Somebody who did not raise a theme neither agrees nor disagrees with it.",
        ],
        [
          "People",
          "Labels such as P07, which say nothing of the person. Numbers of people hold within this file alone.",
        ],
        ...left,
      ],
    ],
  };
}

function figuresSheet({ themes, people }: ThemeTable): StreamedSheet {
  const row = (theme: ThemeFigures): Cell[] => [
    theme.title,
    theme.axis === "theme" ? "Theme" : "DfE area",
    theme.people.value,
    people.value,
    theme.contributions.value,
    theme.roundtables.value,
    ...STANCE_ORDER.map((stance) => theme.stances[stance].people.value),
    theme.unidentified.value,
  ];
  return {
    name: "Figures",
    columns: [
      { title: "Theme", width: 36 },
      { title: "Kind", width: 12 },
      { title: "People who raised it", width: 20 },
      { title: "People present", width: 16 },
      { title: "Their contributions", width: 18 },
      { title: "Roundtables", width: 14 },
      ...STANCE_ORDER.map((stance) => ({
        title: `People: ${STANCES[stance].word.toLowerCase()}`,
        width: 20,
      })),
      { title: "Contributions with no known speaker", width: 34 },
    ],
    rows: [themes.map(row)],
  };
}

function contributionsSheet({ contributions, table }: LiveWorkbook): StreamedSheet {
  const titles = new Map(table.themes.map(({ id, title }) => [id, title]));
  const codingWords = (codings: ExportedContribution["codings"]) =>
    codings
      .flatMap(({ theme, stance }) => {
        const title = titles.get(theme);
        return title === undefined ? [] : [`${title}: ${STANCES[stance].word.toLowerCase()}`];
      })
      .sort()
      .join("; ");
  return {
    name: "Contributions",
    columns: [
      ...CONTRIBUTION,
      { title: "Source", width: 22 },
      { title: "Question", width: 40 },
      { title: "Time", width: 8 },
      { title: "Wording", width: 10 },
      { title: "Cleared", width: 9 },
      { title: "Themes and stances", width: 50 },
      { title: "Words", width: 90 },
    ],
    rows: pages(contributions, (one) => [
      ...startOf(one),
      SOURCE_WORDS[one.source],
      one.question,
      one.timeKnown ? formatTime(one.saidAt) : null,
      WORDING_WORDS[one.wording],
      one.cleared ? "Yes" : "No",
      codingWords(one.codings),
      one.text,
    ]),
  };
}

function matrixSheet({ contributions, table: { themes } }: LiveWorkbook): StreamedSheet {
  return {
    name: "Contributions by theme",
    columns: [...CONTRIBUTION, ...themes.map(({ title }) => ({ title, width: 14 }))],
    rows: pages(contributions, (one) => {
      const set = new Set(one.codings.map(({ theme }) => theme));
      return [...startOf(one), ...themes.map(({ id }) => (set.has(id) ? 1 : 0))];
    }),
  };
}

function peopleSheet({ people, table: { themes } }: LiveWorkbook): StreamedSheet {
  return {
    name: "People by theme",
    columns: [
      { title: "Person", width: 8 },
      { title: "Labels", width: 32 },
      { title: "Role", width: 20 },
      { title: "Phase", width: 16 },
      { title: "Type of school", width: 26 },
      { title: "Region", width: 20 },
      { title: "Contributions", width: 14 },
      ...themes.map(({ title }) => ({ title, width: 14 })),
    ],
    rows: pages(people, (one) => {
      const raised = new Set(one.themes);
      const { number, labels, role, phase, setting, region, contributions } = one;
      return [
        ...[number, labels, role, phase, setting, region, contributions],
        ...themes.map(({ id }) => (raised.has(id) ? 1 : 0)),
      ];
    }),
  };
}

const CONTRIBUTION = [
  { title: "Contribution", width: 38 },
  { title: "Roundtable", width: 30 },
  { title: "Speaker", width: 10 },
];

function startOf({ id, roundtable, label }: ExportedContribution): Cell[] {
  return [id, roundtable, label];
}

async function* pages<Item>(
  read: () => AsyncIterable<readonly Item[]>,
  row: (item: Item) => Cell[],
): AsyncGenerator<Cell[][], void> {
  for await (const items of read()) yield items.map(row);
}
