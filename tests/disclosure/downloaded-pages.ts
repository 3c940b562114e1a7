import { parse } from "csv-parse/sync";
import type { Counted, Statement } from "./statements";

/** What the download of a release says, by theme. */
export type DownloadedRelease = {
  /** Figures of the review, its roundtables and its findings, which stand beside every breakdown. */
  statements: (theme: string) => Statement[];
  /** Groups by "Role", "Phase", …, with which their rows begin; those alone that were counted for this release. */
  groups: (theme: string, attribute: string) => Statement[];
  /** The sides of the theme's findings, as places name them: "3 for". */
  sides: (theme: string) => string[];
};

const COUNTED: Record<string, Counted> = {
  "Raised it": "people",
  Strength: "strength",
  Improvement: "improvement",
  Ask: "ask",
  Observation: "observation",
};

type Names = {
  /** Titles of roundtables and texts of findings; their place in the list is their number. */
  roundtables: readonly string[];
  findings: readonly string[];
};

type Row = Record<
  "Kind" | "Roundtables" | "Theme" | "What" | "How many people" | "People present" | "Statement",
  string
>;

/** Reads the CSV file that a reviewer downloads, and nothing else of the release. */
export function readDownload(csv: string, { roundtables, findings }: Names): DownloadedRelease {
  const rows = parse<Row>(csv, { columns: true, bom: true });
  const figure = (place: string, counted: Counted, row: Row): Statement => ({
    place,
    counted,
    says: row["How many people"],
    present: Number(row["People present"]),
  });
  const placeOf = (scope: string) =>
    scope === "All roundtables" ? "review" : `roundtable ${indexOf(roundtables, scope)}`;
  /** A finding's statement stands in its first row; the second one has the counter-view. */
  const findingRows = (theme: string) => {
    const own = rows.filter(({ Kind, Theme }) => Kind === "Findings" && Theme === theme);
    return own.flatMap((row, at) => {
      if (!row.What.endsWith("said so")) return [];
      const number = indexOf(findings, row.Statement);
      const next = own[at + 1];
      const other = next?.What.endsWith("saw it differently") ? next : null;
      const against = other ?? { ...row, "How many people": "none" };
      return [
        { side: `${number} for`, row },
        { side: `${number} against`, row: against },
      ];
    });
  };
  return {
    statements: (theme) => [
      ...rows
        .filter(({ Kind, Theme }) => Kind === "Figures" && Theme === theme)
        .map((row) => figure(placeOf(row.Roundtables), countedIn(row.What), row)),
      ...findingRows(theme).map(({ side, row }) => figure(`finding ${side}`, "people", row)),
    ],
    groups: (theme, attribute) =>
      rows
        .filter(
          ({ Kind, Theme, What }) =>
            Kind === "Groups" && Theme === theme && What.startsWith(`${attribute}: `),
        )
        .filter(({ Statement: countedEarlier }) => countedEarlier === "")
        .map((row) => figure(`group ${groupNamed(row.What.slice(attribute.length + 2))}`, "people", row)),
    sides: (theme) => findingRows(theme).map(({ side }) => side),
  };
}

/** Small groups stand together under the attacker's name for them. */
function groupNamed(name: string): string {
  return name === "All others" ? "others" : name;
}

function countedIn(what: string): Counted {
  const counted = COUNTED[what];
  if (!counted) throw new Error(`The download counts “${what}”, which the attacker does not know.`);
  return counted;
}

function indexOf(names: readonly string[], name: string): number {
  const at = names.indexOf(name);
  if (at < 0) throw new Error(`The download names “${name}”, which is not known.`);
  return at;
}
