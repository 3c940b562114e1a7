import { countOf } from "@/lib/platform/count-words";
import { tooManyCodes } from "@/lib/tag/exchange/code-themes";
import { newNotes, type ProjectPreview } from "@/lib/tag/exchange/queries/exchange-preview";

/** What of a file has no place in the review, in words, and what can be done about it. */
export function leftOutWords({ leftOut, plan, codes, notes: planned, noThemes }: ProjectPreview): string[] {
  const { sources, whole, nowhere, changed, notes } = leftOut;
  const inThem = sources.reduce((sum, { codings }) => sum + codings, 0);
  const retired = codes.flatMap((code) => (code.is === "retired" ? [code.title] : []));
  const many = tooManyCodes(codes);
  const said: [number, string][] = [
    [many === null ? 0 : 1, many ?? ""],
    [
      sources.length,
      `${countOf(sources.length, "text")} of the file that ${sources.length === 1 ? "is" : "are"} none of this review’s: left out, with ${countOf(inThem, "coding")} in ${sources.length === 1 ? "it" : "them"}. To work with such a text here, save it as .txt and bring it in on a roundtable’s import page first, then choose this file again: its codings find their contributions by the words.`,
    ],
    [
      whole,
      `${countOf(whole, "coding")} of a text as a whole: left out, since themes are set on contributions.`,
    ],
    [nowhere, `${countOf(nowhere, "coding")} on a passage without words of a contribution: left out.`],
    [
      changed,
      `${countOf(changed, "coding")} on words that the contribution does not have any more: left out.`,
    ],
    [
      plan.codeless,
      `${countOf(plan.codeless, "coding")} of codes that are no themes here: left out, unless the codes are added.`,
    ],
    [
      plan.retired,
      `${countOf(plan.retired, "coding")} under themes that are retired here: left out, since nothing new is set under ${retired.join(", ")}.`,
    ],
    [
      noThemes ? newNotes(planned) : 0,
      "This review has no themes yet. Notes that are imported without themes cannot be undone in one step.",
    ],
    [notes, `${countOf(notes, "note")} on no contribution of this review, empty or too long: left out.`],
  ];
  return said.filter(([count]) => count > 0).map(([, words]) => words);
}
