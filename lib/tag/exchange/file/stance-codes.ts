import { STANCES, STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";
import { derivedGuid } from "../format/guid";
import type { ImportWarnings } from "../import-warnings";
import type {
  ExchangeCode,
  ExchangeCoding,
  ExchangeProject,
  ExchangeSelection,
  ExchangeSource,
} from "./project";

/**
 * REFI-QDA has no place for a stance. It is written as a second code on the same passage, from a separate
 * group of codes, because every program keeps codes and their places. A note on a coding is dropped by
 * programs that do not support it, and a child code for each stance of each theme would make fifty themes of
 * ten.
 */
const GROUP_NAME = "Stance";
const GROUP_GUID = derivedGuid("stance");
const isNamedStance = ({ name }: ExchangeCode) => name.toLowerCase() === GROUP_NAME.toLowerCase();
const STANCE_GUIDS = new Map(STANCE_ORDER.map((stance) => [stance, derivedGuid("stance", stance)]));
const stanceGuid = (stance: Stance) => STANCE_GUIDS.get(stance) ?? derivedGuid("stance", stance);
/** Links the two codings of one tagging, for programs that keep GUIDs. */
const alongsideGuid = (coding: ExchangeCoding, stance: Stance) =>
  derivedGuid("stance-of", coding.guid, stance);

/** The codings as they are written: each with a stance is followed by the one for its stance. */
export function withStances(codings: readonly ExchangeCoding[]): ExchangeCoding[] {
  return codings.flatMap((coding) => {
    const { stance } = coding;
    if (stance === null) return [coding];
    const alongside = { guid: alongsideGuid(coding, stance), codeGuid: stanceGuid(stance), noteGuids: [] };
    return [coding, { ...coding, ...alongside }];
  });
}

/** The group of stance codes, where a coding needs it, or a code with that name could be mistaken for it. */
export function stanceCodes(project: ExchangeProject): ExchangeCode[] {
  const used = project.sources.some((source) =>
    [source, ...source.selections].some(({ codings }) => codings.some(({ stance }) => stance !== null)),
  );
  if (!used && !project.codes.some(isNamedStance)) return [];
  const code = { description: "", colour: null, noteGuids: [], children: [] };
  const children = STANCE_ORDER.map((stance) => {
    const name = STANCES[stance].word;
    return { ...code, guid: stanceGuid(stance), name, isCodable: true };
  });
  const description = "The stance of a passage under the other codes that the same coder set on it.";
  return [{ ...code, guid: GROUP_GUID, name: GROUP_NAME, description, isCodable: false, children }];
}

/** A stance for each code of the group, recognised by name, because other programs assign their own GUIDs. */
function stancesOf(group: ExchangeCode): Map<string, Stance> | null {
  const found = group.children.map((child) => {
    const stance = STANCE_ORDER.find((name) => STANCES[name].word.toLowerCase() === child.name.toLowerCase());
    return stance ? ([child.guid, stance] as const) : null;
  });
  const known = found.filter((entry) => entry !== null);
  return known.length > 0 && known.length === found.length ? new Map(known) : null;
}

/** The project with stances on its codings, and without the codes for them. */
export function takeStances(project: ExchangeProject, warnings: ImportWarnings): ExchangeProject {
  const group = project.codes.find(({ guid }) => guid === GROUP_GUID) ?? project.codes.find(isNamedStance);
  const stances = group ? stancesOf(group) : null;
  if (!group || !stances) return project;
  return {
    ...project,
    codes: project.codes.filter((code) => code !== group),
    sources: project.sources.map((source) => stancedSource(source, stances, warnings)),
    sets: project.sets.map((set) => ({
      ...set,
      codeGuids: set.codeGuids.filter((guid) => guid !== group.guid && !stances.has(guid)),
    })),
  };
}

function stancedSource(
  source: ExchangeSource,
  stances: Map<string, Stance>,
  warnings: ImportWarnings,
): ExchangeSource {
  const passages = new Map<string, ExchangeCoding[]>();
  for (const { start, end, codings } of source.selections) {
    const place = passages.get(`${start}-${end}`) ?? [];
    for (const coding of codings) place.push(coding);
    passages.set(`${start}-${end}`, place);
  }
  const found = new Map<ExchangeCoding, Stance>();
  for (const codings of [source.codings, ...passages.values()]) pair(codings, stances, found, warnings);
  const rest = (codings: ExchangeCoding[]) =>
    codings
      .filter(({ codeGuid }) => !stances.has(codeGuid))
      .map((coding) => ({ ...coding, stance: found.get(coding) ?? null }));
  const bare = ({ codings, noteGuids }: ExchangeSelection) => codings.length + noteGuids.length === 0;
  return {
    ...source,
    codings: rest(source.codings),
    // Programs without shared passages give each coding its own, which is empty now.
    selections: source.selections.flatMap((selection) => {
      const left = { ...selection, codings: rest(selection.codings) };
      return bare(left) && !bare(selection) ? [] : [left];
    }),
  };
}

/**
 * Gives the codings of one passage the stances that were coded there: by the GUID that links two, or else the
 * only stance that the same coder gave the passage. Where there are several, none is used.
 */
function pair(
  codings: readonly ExchangeCoding[],
  stances: Map<string, Stance>,
  found: Map<ExchangeCoding, Stance>,
  warnings: ImportWarnings,
): void {
  const plain = codings.filter(({ codeGuid }) => !stances.has(codeGuid));
  const tied = new Map(
    [...new Set(codings.map(({ codeGuid }) => stances.get(codeGuid)))]
      .filter((stance) => stance !== undefined)
      .flatMap((stance) => plain.map((coding) => [alongsideGuid(coding, stance), coding] as const)),
  );
  const loose = new Map<string | null, Set<Stance>>();
  for (const { guid, codeGuid, coderGuid } of codings) {
    const stance = stances.get(codeGuid);
    if (stance === undefined) continue;
    const coding = tied.get(guid);
    if (coding) found.set(coding, stance);
    else loose.set(coderGuid, (loose.get(coderGuid) ?? new Set()).add(stance));
  }
  const borne = new Set<string | null>();
  for (const coding of plain) {
    const [stance, another] = loose.get(coding.coderGuid) ?? [];
    if (stance === undefined || another !== undefined || found.has(coding)) continue;
    found.set(coding, stance);
    borne.add(coding.coderGuid);
  }
  for (const [coderGuid, said] of loose) if (!borne.has(coderGuid)) warnings.add("stance", said.size);
}
