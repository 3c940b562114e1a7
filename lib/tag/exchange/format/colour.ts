/** The hues of app/globals.css on a light page, as files contain them. */
const HUES = {
  "1": "#12436d",
  "2": "#801650",
  "3": "#28706b",
  "4": "#5a3c93",
  "5": "#6b5a00",
  "6": "#a8480f",
  "7": "#2b5fa8",
  "8": "#a3271f",
  "9": "#3f6b1f",
  "10": "#8a3d7f",
  "11": "#6b7177",
};

/** The colour of a hue ("1" to "11") as #rrggbb; null for any other number. */
export function colourOfHue(hue: string): string | null {
  return Object.entries(HUES).find(([number]) => number === hue)?.[1] ?? null;
}

/** The hue nearest to a colour, so that themes look similar here and in other programs. */
export function nearestHue(colour: string): string {
  const wanted = channels(colour);
  const distance = (hue: string) =>
    channels(hue).reduce((sum, value, at) => sum + (value - (wanted[at] ?? 0)) ** 2, 0);
  const [nearest] = Object.entries(HUES).sort(([, a], [, b]) => distance(a) - distance(b));
  return nearest?.[0] ?? "11";
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
