import { folded, stringsIn, termFinder } from "@/lib/capture/clearance/erasure-terms";
import { patternMasks } from "@/lib/capture/clearance/mask-patterns";
import { schoolCandidates, suggestMasks } from "@/lib/capture/clearance/mask-suggestions";
import { maskedText } from "@/lib/capture/clearance/words-to-mask";
import { ContributionInput, ContributionText } from "@/lib/capture/contribution/contribution";
import { readTyped } from "@/lib/capture/contribution/contribution-rules";
import { applyMasks, findMasks } from "@/lib/capture/contribution/mask";
import { sentencePlaces } from "@/lib/capture/contribution/sentence-ends";
import { splitAt, wordBoundary } from "@/lib/capture/contribution/split";
import { npqOf, splitNpqs, whyNoNpq } from "@/lib/capture/people/npq-words";
import { personKey } from "@/lib/capture/people/person-match";
import { soughtOf } from "@/lib/capture/people/school";
import { readSchools } from "@/lib/capture/people/school-file";
import { repeatFinder } from "@/lib/capture/protection/erasure-repeats";
import { nameFinder, nameWords, termsOf } from "@/lib/capture/protection/name-terms";
import { MARKS, maskedText as withoutTraces, tracesIn } from "@/lib/capture/protection/trace";
import { guessColumns } from "@/lib/capture/registration/attendance-columns";
import { valueName } from "@/lib/capture/registration/attendance-mapping";
import { EMAIL } from "@/lib/capture/people/email";
import { plain, plainNpqs, plainPermission, plainYes } from "@/lib/capture/registration/attendance-values";
import { isBlock, onOneLine, readBlock } from "@/lib/capture/registration/grid/grid-paste";
import { PlanRoundtableInput, slugOf } from "@/lib/capture/roundtable/roundtable";
import { fed, fewLines } from "./fed";

const clearance = "lib/capture/clearance";
const contribution = "lib/capture/contribution";
const protection = "lib/capture/protection";
const registration = "lib/capture/registration";

const KNOWLEDGE = {
  people: ["Ada O’Neill-Lane", "Jane Smith", "Will Young"],
  organisations: ["Learning Trust", "C of E"],
  schools: ["Learning Academy", "Hill Top Primary School"],
};

const CALLED = {
  names: ["Ada O’Neill-Lane"],
  organisations: ["Learning Trust"],
  addresses: ["a.b@c.example"],
};
const NO_OTHERS = { otherNames: [], otherOrganisations: [], inLowerCase: new Set<string>() };

async function* inOnePiece(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`URN,EstablishmentName\n${text}`);
}

/** What the `capture` stage does with words apart from the session and imports. */
export const CAPTURE = [
  fed(
    [`${clearance}/mask-patterns.ts`, `${clearance}/institution-names.ts`],
    "finds what looks like a name",
    patternMasks,
  ),
  fed(`${clearance}/mask-suggestions.ts`, "suggests masks", (text) => suggestMasks(text, KNOWLEDGE)),
  fed(`${clearance}/mask-suggestions.ts`, "finds what may be a school", schoolCandidates),
  fed(`${clearance}/words-to-mask.ts`, "masks words as they are typed", (text) =>
    maskedText(text, [
      { words: "a", as: "person" },
      { words: "C of", as: "school" },
      { words: text.slice(0, 60), as: "place" },
    ]),
  ),
  fed(`${contribution}/mask.ts`, "masks words", (text) =>
    applyMasks(text, findMasks(text, [{ words: text.slice(0, 2), as: "person" }])),
  ),
  fed(`${clearance}/erasure-terms.ts`, "finds an erased name", (text) => [
    termFinder(["ada lane", "learning learning trust", `${text.slice(0, 40)}?`])(text),
    folded(text),
    stringsIn({ text: [text] }),
  ]),
  fed(
    [`${protection}/erasure-repeats.ts`, `${protection}/reordered-words.ts`, `${protection}/text-places.ts`],
    "finds repeated words",
    (text) => {
      const finder = repeatFinder([{ text: text.slice(0, 50), by: "a" }]);
      finder.hear(text);
      return [
        finder.find(text),
        repeatFinder([{ text, by: null }]).find("eight words in a row are no coincidence here"),
      ];
    },
  ),
  fed([`${protection}/name-terms.ts`, `${protection}/trace.ts`], "finds names, and masks them", (text) => {
    const names = nameFinder(termsOf([CALLED], NO_OTHERS));
    const found = tracesIn(text, false, { names, repeats: repeatFinder([{ text: "a b c d e", by: "a" }]) });
    return [withoutTraces(text, found, MARKS.erasure), nameWords(text)];
  }),
  fed(
    [`${contribution}/contribution.ts`, `${contribution}/contribution-rules.ts`],
    "reads a contribution",
    (text) => [
      ContributionText.safeParse(text),
      ContributionInput.safeParse({ text, source: text, handsRaised: text, handsAsked: text }),
      readTyped(text, "gist"),
      readTyped(`"${text}"`, "gist"),
    ],
  ),
  fed(`${contribution}/sentence-ends.ts`, "finds the ends of sentences", sentencePlaces),
  fed(`${contribution}/split.ts`, "splits a contribution", (text) => [
    wordBoundary(text, text.length >> 1),
    wordBoundary(text, text.length - 1),
    splitAt(text, text.length >> 1),
  ]),
  fed("lib/capture/people/email.ts", "reads an email address", (text) => EMAIL.test(text)),
  fed("lib/capture/people/npq-words.ts", "reads NPQs", (text) => [
    npqOf(text),
    splitNpqs(text),
    whyNoNpq(text),
  ]),
  fed("lib/capture/people/person-match.ts", "compares names", personKey),
  fed("lib/capture/people/school.ts", "spells a school", soughtOf),
  fed("lib/capture/people/school-file.ts", "reads the register", (text) =>
    readSchools(inOnePiece(fewLines(text)), () => Promise.resolve()).catch(() => null),
  ),
  fed(`${registration}/attendance-columns.ts`, "reads headings", (text) => guessColumns([text, text])),
  fed(`${registration}/attendance-mapping.ts`, "names a value of a list", (text) => valueName("role", text)),
  fed(`${registration}/attendance-values.ts`, "reads a value of a list", (text) => [
    plain(text),
    plainNpqs(text),
    plainYes(text),
    plainPermission(text),
  ]),
  fed(`${registration}/grid/grid-paste.ts`, "reads pasted cells", (text) => [
    readBlock(text),
    readBlock(text.replaceAll(" ", "\t")),
    isBlock(text),
    onOneLine("name", text),
  ]),
  fed("lib/capture/roundtable/roundtable.ts", "reads a roundtable", (text) => [
    slugOf(text),
    PlanRoundtableInput.safeParse({ title: text, place: text, questions: text, slug: text }),
  ]),
];
