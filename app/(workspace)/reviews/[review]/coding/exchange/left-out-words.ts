import { countOf } from "@/lib/platform/text/count-words";
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
      `${countOf(sources.length, "text")} not from this review, with ${countOf(inThem, "coding")}: left out. To use a text here, save it as .txt, import it on a roundtable’s import page, then choose this file again. We match its codings to contributions by the words.`,
    ],
    [
      whole,
      `${countOf(whole, "coding")} of a whole text: left out, because themes are set on contributions.`,
    ],
    [nowhere, `${countOf(nowhere, "coding")} on a passage with no words from a contribution: left out.`],
    [changed, `${countOf(changed, "coding")} on words that are no longer in the contribution: left out.`],
    [
      plan.codeless,
      `${countOf(plan.codeless, "coding")} of codes that are not themes here: left out, unless you add the codes.`,
    ],
    [
      plan.retired,
      `${countOf(plan.retired, "coding")} under retired themes: left out, because you cannot set a retired theme (${retired.join(", ")}).`,
    ],
    [
      noThemes ? newNotes(planned) : 0,
      "This review has no themes yet. If you import memos without themes, you cannot undo the import in one step.",
    ],
    [
      notes,
      `${countOf(notes, "memo")} that are empty, too long or not on a contribution of this review: left out.`,
    ],
  ];
  return said.filter(([count]) => count > 0).map(([, words]) => words);
}
