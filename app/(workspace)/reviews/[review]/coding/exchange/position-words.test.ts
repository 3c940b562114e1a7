import { expect, test } from "vitest";
import { decidePositions } from "@/lib/tag/exchange/positions/position-decision";
import { unitEvidence } from "@/lib/tag/exchange/positions/position-evidence";
import { sourceText } from "@/lib/tag/exchange/positions/positions";
import { atWordsRow, positionChoice, positionWarnings } from "./position-words";

const RAW = "👏👏👏👏 aaa bbb ccc ddd eee fff";
const READING = { chosen: null, fileDigest: "d" };

/** A source whose passages are given by their first and last positions. */
function decided(places: readonly (readonly [number, number])[], { raw = RAW, origin = "" } = {}) {
  const passages = places.map(([start, end]) => ({ start, end, name: "" }));
  const source = { name: "Talk", passages: passages.length, units: unitEvidence(sourceText(raw), passages) };
  return decidePositions([source], { origin, isOurs: false, chosen: null });
}

test("what cannot be told is asked, with nothing chosen beforehand, and nothing is imported until then", () => {
  const positions = decided([[9, 12]]);
  expect(positionWarnings(positions)).toEqual([
    "We cannot tell how the positions in 1 text are counted: Talk. Choose it above, under “How the file counts positions”, and look at the file again. Until then the file cannot be imported.",
  ]);
  const choice = positionChoice(positions, READING);
  expect(choice).not.toHaveProperty("defaultValue");
  expect(choice?.options).toEqual([
    {
      value: "points-stored",
      label: "Characters, as the standard says",
      hint: "1 of 1 passages begin and end at a word. The first would be “bbb”.",
    },
    {
      value: "utf16-stored",
      label: "UTF-16 units, with two for each line end, as NVivo for Windows does",
      hint: "1 of 1 passages begin and end at a word. The first would be “aaa”.",
    },
  ]);
  expect(positionChoice(positions, { ...READING, chosen: "utf16-stored" })?.defaultValue).toBe(
    "utf16-stored",
  );
});

test("what was concluded is said, and can be changed", () => {
  // “bbb” and “ccc ddd”, in UTF-16 units.
  const positions = decided(
    [
      [15, 18],
      [19, 26],
    ],
    { raw: RAW.replace("👏", "👏👏"), origin: "NVivo for Windows 12" },
  );
  expect(atWordsRow(positions)).toEqual([{ key: "Passages that begin and end at a word", value: "2 of 2" }]);
  expect(positionWarnings(positions)).toEqual([
    "“Talk” does not count positions as the standard says. We read them as UTF-16 units, with two for each line end, as NVivo for Windows does: 2 of 2 passages begin and end at a word, and 0 of 2 as the standard says.",
  ]);
  expect(positionChoice(positions, READING)?.defaultValue).toBe("utf16-stored");
});

test("few passages at words are told, also where there is nothing to choose", () => {
  const inWords = sourceText("Nothing here is an emoji");
  const units = unitEvidence(inWords, [{ start: 1, end: 3, name: "" }]);
  const positions = decidePositions([{ name: "Talk", passages: 1, units }], {
    origin: "",
    isOurs: false,
    chosen: null,
  });
  expect(positionChoice(positions, READING)).toBeNull();
  expect(positionWarnings(positions)).toEqual([
    "Few passages begin and end at a word in 1 text: Talk. Their codings may be on the wrong words, so check some of them after the import.",
  ]);
});
