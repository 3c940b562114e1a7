import type { ExchangePreview } from "@/components/tag/exchange/exchange-state";
import { countOf } from "@/lib/platform/text/count-words";
import { joinedCodes, type CodeTheme } from "@/lib/tag/exchange/code-themes";
import { codesChanged, unsupportedItems } from "@/lib/tag/exchange/unsupported-items";
import type { ExchangeProject } from "@/lib/tag/exchange/file/project";
import { newNotes, type ProjectPreview } from "@/lib/tag/exchange/queries/exchange-preview";
import type { SourcePositions } from "@/lib/tag/exchange/positions/position-decision";
import { leftOutWords } from "./left-out-words";
import { atWordsRow, positionChoice, positionWarnings, type ChosenReading } from "./position-words";

type Words = Omit<ExchangePreview, "payload" | "fingerprint">;
type File = {
  value: ExchangeProject;
  warnings: readonly string[];
  positions: readonly SourcePositions[];
};

/** What a project file contains, what of it is new here and what has no place, in words. */
export function projectWords(
  { value, warnings, positions }: File,
  preview: ProjectPreview,
  reading: ChosenReading,
): Words {
  const { incoming, codes, coders, plan, notes, addsThemes, fromStrangers } = preview;
  const fresh = codes.filter((code) => code.is === "new");
  const freshGuids = new Set(fresh.map(({ code }) => code.guid));
  const isOpen = positions.some(({ reason }) => reason === "open");
  const adds = addsThemes && fresh.length > 0;
  const strangers = incoming.coders
    .filter((_, index) => !coders[index]?.known)
    .map(({ name }) => name || "No name");
  const somethingNew =
    adds || plan.add.length + newNotes(notes) + fromStrangers.mine + fromStrangers.named > 0;
  return {
    title: value.title === "" ? "This project" : `This project: ${value.title}`,
    rows: [
      { key: "In the file", value: holds(value) },
      ...atWordsRow(positions),
      { key: "New codings", value: countOf(plan.add.length, "coding") },
      { key: "Codings you already have", value: countOf(plan.already, "coding") },
      { key: "Codings by people who are not in this review", value: countOf(plan.strangers, "coding") },
      { key: "New memos", value: countOf(newNotes(notes), "memo") },
      { key: "Memos you already have", value: countOf(notes.already, "memo") },
      { key: "Codes that are not themes yet", value: countOf(fresh.length, "code") },
    ],
    problems: [],
    warnings: [
      ...positionWarnings(positions),
      ...warnings,
      ...leftOutWords(preview),
      ...unsupportedItems(value),
      ...codesChanged(value.codes, (guid) => freshGuids.has(guid)),
      ...(plan.add.length + plan.strangers > 0 && codings(value).some(({ at }) => at !== null)
        ? [DATES]
        : []),
      ...(somethingNew || isOpen ? [] : ["There is nothing new in this file."]),
    ],
    lists: [
      { title: "Codes that are not themes yet", items: fresh.map(({ code }) => code.title) },
      { title: "Codes that become one theme", items: joinedCodes(incoming.codes, codes) },
      { title: "Codes that cannot be themes", items: codes.flatMap(refusedWords) },
      { title: "Coders who are not members of this review", items: strangers },
      { title: "Texts matched by their words", items: preview.byWords },
      {
        title: "Texts that do not belong to this review",
        items: preview.leftOut.sources.map(({ name }) => name),
      },
    ],
    choices: [
      ...(adds ? [newCodesChoice(fresh.length)] : []),
      ...(fromStrangers.mine + fromStrangers.named > 0 ? [strangersChoice(preview)] : []),
    ],
    reading: positionChoice(positions, reading),
    submitLabel: somethingNew && !isOpen ? "Import this file" : null,
  };
}

const DATES =
  "Codings count from the day they are imported, whatever date the file gives. Figures for earlier dates do not change.";

function codings({ sources }: ExchangeProject) {
  return sources.flatMap((source) => [source, ...source.selections]).flatMap((one) => one.codings);
}

function holds(project: ExchangeProject): string {
  const { coders, codes, sources, notes } = project;
  return [
    ...[countOf(sources.length, "text"), countOf(codes.length, "code", "codes at the top")],
    ...[countOf(codings(project).length, "coding"), countOf(coders.length, "coder")],
    countOf(notes.length, "memo"),
  ].join(", ");
}

function refusedWords(code: CodeTheme): string[] {
  return code.is === "refused" ? [`${code.title}: ${code.message}.`] : [];
}

function newCodesChoice(count: number) {
  return {
    name: "newCodes",
    label: `The ${countOf(count, "code")} that ${count === 1 ? "is not a theme" : "are not themes"} yet`,
    options: [
      { value: "add", label: "Add to the codebook" },
      { value: "leave", label: "Leave them out, and anything coded with them" },
    ],
    defaultValue: "add",
  };
}

function strangersChoice({ coders, fromStrangers }: ProjectPreview) {
  const names = [...new Set(coders.flatMap(({ namesake }) => namesake?.name ?? []))].join(", ");
  const named = {
    value: "named",
    label: `Assign it to members with the same names (${names}), and leave out the rest`,
  };
  return {
    name: "strangers",
    label: "Coding and memos by people who are not in this review",
    hint: "We match coders by their accounts. Coding by members is assigned to them, whoever imports it.",
    options: [
      { value: "leave", label: "Leave it out" },
      ...(fromStrangers.named > 0 ? [named] : []),
      ...(fromStrangers.mine > 0 ? [{ value: "mine", label: "Assign it to me" }] : []),
    ],
    defaultValue: "leave",
  };
}
