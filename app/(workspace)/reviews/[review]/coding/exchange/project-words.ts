import type { ExchangePreview } from "@/components/tag/exchange-state";
import { countOf } from "@/lib/capture/words";
import { joinedCodes, type CodeTheme } from "@/lib/tag/exchange/code-themes";
import type { ExchangeProject } from "@/lib/tag/exchange/project";
import type { ProjectPreview } from "@/lib/tag/queries/exchange-preview";

type Words = Omit<ExchangePreview, "carried" | "print">;
type File = { value: ExchangeProject; warnings: readonly string[] };

/** What a project file holds, what of it is new here and what finds no place, in words. */
export function projectWords({ value, warnings }: File, preview: ProjectPreview): Words {
  const { incoming, codes, users, plan, addsThemes } = preview;
  const fresh = codes.filter((code) => code.is === "new");
  const adds = addsThemes && fresh.length > 0;
  const strangers = incoming.coders
    .filter((_, index) => users[index] === null)
    .map(({ name }) => name || "No name");
  const anybody = incoming.notes.length + plan.add.length + plan.strangers > 0;
  return {
    title: value.title === "" ? "This project" : `This project: ${value.title}`,
    rows: [
      { key: "In the file", value: holds(value) },
      { key: "Codings that are new here", value: countOf(plan.add.length, "coding") },
      { key: "Codings that are here already", value: countOf(plan.already, "coding") },
      { key: "Codings of people unknown here", value: countOf(plan.strangers, "coding") },
      { key: "Notes on lines of this review", value: countOf(incoming.notes.length, "note") },
      { key: "Codes that are no themes yet", value: countOf(fresh.length, "code") },
    ],
    problems: [],
    warnings: [
      ...warnings,
      ...leftOutWords(preview),
      ...(adds || anybody ? [] : ["Nothing in it is new here."]),
    ],
    lists: [
      { title: "Codes that are no themes yet", items: fresh.map(({ code }) => code.title) },
      { title: "Codes that become one theme", items: joinedCodes(incoming.codes, codes) },
      { title: "Codes that cannot be themes", items: codes.flatMap(refusedWords) },
      { title: "Coders who are no members of this review who code", items: strangers },
      { title: "Texts known again by their words", items: preview.byWords },
      {
        title: "Texts that are none of this review’s",
        items: preview.leftOut.sources.map(({ name }) => name),
      },
    ],
    choices: [
      ...(adds ? [newCodesChoice(fresh.length)] : []),
      ...(plan.strangers > 0 || incoming.notes.some(({ coder }) => coder === null || users[coder] === null)
        ? [STRANGERS]
        : []),
    ],
    submitLabel: adds || anybody ? "Bring this in" : null,
  };
}

function holds({ coders, codes, sources, notes }: ExchangeProject): string {
  const codings = sources
    .flatMap((source) => [source, ...source.selections])
    .reduce((sum, one) => sum + one.codings.length, 0);
  return [
    ...[
      countOf(sources.length, "text"),
      countOf(codes.length, "code", "codes at the top"),
      countOf(codings, "coding"),
    ],
    ...[countOf(coders.length, "coder"), countOf(notes.length, "note")],
  ].join(", ");
}

function leftOutWords({ leftOut, plan, codes }: ProjectPreview): string[] {
  const { sources, whole, nowhere, changed, notes } = leftOut;
  const inThem = sources.reduce((sum, { codings }) => sum + codings, 0);
  const retired = codes.flatMap((code) => (code.is === "retired" ? [code.title] : []));
  const said: [number, string][] = [
    [
      sources.length,
      `${countOf(sources.length, "text")} of the file that ${sources.length === 1 ? "is" : "are"} none of this review’s: left out, with ${countOf(inThem, "coding")} in ${sources.length === 1 ? "it" : "them"}. To work with such a text here, save it as .txt and bring it in on a roundtable’s import page first, then choose this file again: its codings find their lines by the words.`,
    ],
    [whole, `${countOf(whole, "coding")} of a text as a whole: left out, since themes are set on lines.`],
    [nowhere, `${countOf(nowhere, "coding")} on a passage without words of a line: left out.`],
    [changed, `${countOf(changed, "coding")} on words that the line does not have any more: left out.`],
    [
      plan.codeless,
      `${countOf(plan.codeless, "coding")} of codes that are no themes here: left out, unless the codes are added.`,
    ],
    [notes, `${countOf(notes, "note")} on no line of this review, empty or too long: left out.`],
    [retired.length, `Retired here, so that nothing can be set under it: ${retired.join(", ")}.`],
  ];
  return said.filter(([count]) => count > 0).map(([, words]) => words);
}

function refusedWords(code: CodeTheme): string[] {
  return code.is === "refused" ? [`${code.title}: ${code.message}.`] : [];
}

function newCodesChoice(count: number) {
  return {
    name: "newCodes",
    label: `The ${countOf(count, "code")} that ${count === 1 ? "is" : "are"} no theme yet`,
    options: [
      { value: "add", label: "Add to the codebook" },
      { value: "leave", label: "Leave out, with what is coded by them" },
    ],
    defaultValue: "add",
  };
}

const STRANGERS = {
  name: "strangers",
  label: "What people unknown here coded and wrote",
  hint: "A coder is known by their account here. What members coded is theirs, whoever brings it in.",
  options: [
    { value: "leave", label: "Leave it out" },
    { value: "mine", label: "Take it as mine" },
  ],
  defaultValue: "leave",
};
