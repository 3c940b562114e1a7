import type { ImportWarnings } from "../import-warnings";
import type {
  ExchangeAttribute,
  ExchangeCode,
  ExchangeCoder,
  ExchangeCoding,
  ExchangeProject,
  ExchangeSource,
} from "./project";

/**
 * The project without references to missing things. Coders who are only named by their codings are listed,
 * unnamed.
 */
export function settleReferences(project: ExchangeProject, warnings: ImportWarnings): ExchangeProject {
  const keep = keeper(project, warnings);
  const code = (one: ExchangeCode): ExchangeCode => ({
    ...one,
    noteGuids: keep.notes(one.noteGuids),
    children: one.children.map(code),
  });
  const unnamed = unlistedCoders(project);
  warnings.add("coder", unnamed.length);
  return {
    ...project,
    coders: [...project.coders, ...unnamed],
    codes: project.codes.map(code),
    cases: project.cases.map((one) => ({
      ...one,
      codeGuids: keep.codes(one.codeGuids),
      attributes: keep.attributes(one.attributes),
      sourceGuids: keep.sources(one.sourceGuids),
      selectionGuids: keep.selections(one.selectionGuids),
    })),
    sources: project.sources.map((source) => ({
      ...source,
      selections: source.selections.map((selection) => ({
        ...selection,
        codings: keep.codings(selection.codings),
        noteGuids: keep.notes(selection.noteGuids),
      })),
      codings: keep.codings(source.codings),
      noteGuids: keep.notes(source.noteGuids),
      attributes: keep.attributes(source.attributes),
    })),
    sets: project.sets.map((set) => ({
      ...set,
      codeGuids: keep.codes(set.codeGuids),
      sourceGuids: keep.sources(set.sourceGuids),
      noteGuids: keep.notes(set.noteGuids),
    })),
    noteGuids: keep.notes(project.noteGuids),
  };
}

/** For each kind of thing, a function that keeps references to existing ones and counts the others. */
function keeper(project: ExchangeProject, warnings: ImportWarnings) {
  const those = (known: readonly { guid: string }[]) => {
    const guids = new Set(known.map(({ guid }) => guid));
    return (references: string[]) => {
      const kept = references.filter((guid) => guids.has(guid));
      warnings.add("reference", references.length - kept.length);
      return kept;
    };
  };
  const codes = allCodes(project.codes);
  const codeGuids = new Set(codes.map(({ guid }) => guid));
  const variables = new Set(project.variables.map(({ guid }) => guid));
  const notes = those(project.notes);
  return {
    codes: those(codes),
    sources: those(project.sources),
    selections: those(project.sources.flatMap(({ selections }) => selections)),
    notes,
    attributes: (attributes: ExchangeAttribute[]) => {
      const kept = attributes.filter(({ variableGuid }) => variables.has(variableGuid));
      warnings.add("reference", attributes.length - kept.length);
      return kept;
    },
    codings: (codings: ExchangeCoding[]) => {
      const kept = codings.filter(({ codeGuid }) => codeGuids.has(codeGuid));
      warnings.add("code", codings.length - kept.length);
      return kept.map((coding) => ({ ...coding, noteGuids: notes(coding.noteGuids) }));
    },
  };
}

function allCodes(codes: readonly ExchangeCode[]): ExchangeCode[] {
  return codes.flatMap((code) => [code, ...allCodes(code.children)]);
}

function unlistedCoders(project: ExchangeProject): ExchangeCoder[] {
  const listed = new Set(project.coders.map(({ guid }) => guid));
  const named = [
    project.createdBy,
    ...project.sources.flatMap(peopleOf),
    ...project.notes.map(({ authorGuid }) => authorGuid),
  ];
  const missing = new Set(named.filter((guid) => guid !== null && !listed.has(guid)));
  return [...missing].filter((guid) => guid !== null).map((guid) => ({ guid, name: "" }));
}

function peopleOf(source: ExchangeSource): (string | null)[] {
  const coders = [source, ...source.selections].flatMap(({ codings }) =>
    codings.map(({ coderGuid }) => coderGuid),
  );
  return [source.authorGuid, ...source.selections.map(({ authorGuid }) => authorGuid), ...coders];
}
