/**
 * A drawing as data, in pixels from its upper left corner: what a page shows of figures, for a file. Charts are functions
 * from figures to it, and svg.ts writes it.
 */
export type Shape =
  | { is: "box"; x: number; y: number; width: number; height: number; fill: Ink; line?: Ink }
  | { is: "path"; points: readonly (readonly [x: number, y: number])[]; line: Ink; dashes?: string }
  | {
      is: "text";
      x: number;
      y: number;
      text: string;
      fill: Ink;
      size?: number;
      bold?: boolean;
      align?: "start" | "middle" | "end";
    };

export type Picture = { width: number; height: number; shapes: readonly Shape[] };

/** The light colours of app/globals.css by name, since a file has no theme. */
export const INKS = {
  paper: "#ffffff",
  ink: "#1d2226",
  soft: "#545c63",
  line: "#cfcbc0",
  track: "#f0ede4",
  strength: "#1f6b4f",
  improvement: "#9a4a0c",
  ask: "#5a3c93",
  observation: "#545c63",
  mixed: "#7d8286",
  first: "#12436d",
  second: "#f46a25",
  heat1: "#eef2f3",
  heat2: "#dfe7ea",
  heat3: "#d0dce1",
  heat4: "#c1d1d7",
  heat5: "#b2c6cd",
  heat6: "#a2bbc4",
} as const;
export type Ink = keyof typeof INKS;

/** What a file says of itself: where its figures are from. */
export type AboutPicture = {
  title: string;
  /** Review and roundtables, or what is counted. */
  scope: string;
  /** "Release 2 of 3 March 2026", or that the figures are live and of which day. */
  from: string;
  /** Where the page is. */
  link: string;
};

const PICTURE_WIDTH = 960;
const MARGIN = 24;
const TITLE_SIZE = 22;
const LINE = 20;
/** Characters of the smaller text that fit on a line, with room for wider fonts than expected. */
const PER_LINE = 118;

/** The picture with its title, scope and date above and its source below, as text that stays with it. */
export function framed(picture: Picture, { title, scope, from, link }: AboutPicture): Picture {
  const above = [...wrapped(scope, PER_LINE), from];
  const top = MARGIN + TITLE_SIZE + above.length * LINE + MARGIN;
  const below = wrapped(link, PER_LINE);
  const height = top + picture.height + MARGIN + below.length * LINE + MARGIN / 2;
  return {
    width: PICTURE_WIDTH,
    height,
    shapes: [
      { is: "box", x: 0, y: 0, width: PICTURE_WIDTH, height, fill: "paper" },
      {
        is: "text",
        x: MARGIN,
        y: MARGIN + TITLE_SIZE / 2,
        text: title,
        fill: "ink",
        size: TITLE_SIZE,
        bold: true,
      },
      ...above.map((text, at): Shape => ({
        is: "text",
        x: MARGIN,
        y: MARGIN + TITLE_SIZE + 6 + (at + 1) * LINE - LINE / 2,
        text,
        fill: "soft",
      })),
      ...picture.shapes.map((shape) => moved(shape, MARGIN, top)),
      ...below.map((text, at): Shape => ({
        is: "text",
        x: MARGIN,
        y: top + picture.height + MARGIN + (at + 0.5) * LINE,
        text,
        fill: "soft",
        size: 13,
      })),
    ],
  };
}

/** What there is to draw on, inside the margins. */
export const DRAWING_WIDTH = PICTURE_WIDTH - 2 * MARGIN;

function moved(shape: Shape, x: number, y: number): Shape {
  if (shape.is !== "path") return { ...shape, x: shape.x + x, y: shape.y + y };
  return { ...shape, points: shape.points.map(([left, top]) => [left + x, top + y] as const) };
}

/** Words in lines of at most so many characters; a longer word has a line of its own. */
export function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** At most so many characters, the last one an ellipsis where there were more. */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}
