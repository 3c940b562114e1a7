import { can, requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { refusedFile } from "@/lib/capture/import/reading/limits";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { runInWorker } from "@/lib/platform/workers/pool";
import { planCodebook, type CodebookPlan, type FileTheme } from "../codebook-plan";
import { themesForCodes, themesOfFile, tooManyCodes, type CodeTheme } from "../code-themes";
import { MATCH_CONTRIBUTIONS, READ_CODEBOOK, READ_PROJECT } from "../exchange-tasks";
import type { Incoming, LeftOut } from "../incoming";
import type { SourcePositions } from "../positions/position-decision";
import type { PositionUnit } from "../positions/positions";
import type { ExchangeProject } from "../file/project";
import type { CodebookUpload } from "../codebook-file/read-codebook-file";
import { themesOfCodes } from "../file/theme-codes";
import { findKnownContributions } from "./incoming-contributions";
import { matchCoders, ownersOf, type MatchedCoder, type Strangers } from "./incoming-coders";
import { planMemos, type MemoPlan } from "./incoming-memos";
import { planCodings, type CodingPlan } from "./incoming-plan";
import { readKnownThemes } from "./known-themes";

/** Checks that the viewer may import, before a file is opened, which takes time and memory. */
function requireMay(viewer: Viewer, action: "codebook.change" | "coding.exchange", reviewId: string): void {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, action, { reviewId });
}

/** The contents of a codebook file, and what importing it would do to the review's themes. */
export async function previewCodebookFile(
  viewer: Viewer,
  reviewId: string,
  bytes: Uint8Array,
): Promise<{ file: CodebookUpload; plan: CodebookPlan }> {
  requireMay(viewer, "codebook.change", reviewId);
  const file = await runInWorker(READ_CODEBOOK, bytes);
  return { file, plan: await previewCodebook(viewer, reviewId, file.themes) };
}

/** What a codebook would do to the review's themes. */
export async function previewCodebook(
  viewer: Viewer,
  reviewId: string,
  themes: readonly FileTheme[],
): Promise<CodebookPlan> {
  requireMay(viewer, "codebook.change", reviewId);
  return planCodebook(themes, await readKnownThemes(db(), viewer, reviewId));
}

export type ProjectPreview = {
  incoming: Incoming;
  leftOut: LeftOut;
  /** Texts that were recognised by their words. */
  byWords: string[];
  codes: CodeTheme[];
  coders: MatchedCoder[];
  /** Including new themes of the codebook, and without the codings and notes of unknown coders. */
  plan: CodingPlan;
  notes: MemoPlan;
  /** How many more codings and notes are imported with those of unknown coders. */
  fromStrangers: { mine: number; named: number };
  /** Whether the viewer may add the new themes, and they are not too many. */
  addsThemes: boolean;
  /**
   * Whether the review has no themes yet: an import needs one for its change, also where it has only notes.
   */
  noThemes: boolean;
};

/**
 * The contents of a project file, and what importing it would add. `unit` is what somebody chose for texts whose positions can
 * be read in several.
 */
export async function previewProjectFile(
  viewer: Viewer,
  reviewId: string,
  bytes: Uint8Array,
  unit: PositionUnit | null = null,
): Promise<{ file: ReadFile; preview: ProjectPreview }> {
  requireMay(viewer, "coding.exchange", reviewId);
  const read = await runInWorker(READ_PROJECT, bytes, unit);
  if (!read.ok) throw refusedFile(read.reason);
  return { file: read, preview: await previewProject(viewer, reviewId, read.value) };
}
type ReadFile = {
  value: ExchangeProject;
  warnings: readonly string[];
  positions: readonly SourcePositions[];
};

/** What a project would add to the review's coding, and what of it has no place there. */
export async function previewProject(
  viewer: Viewer,
  reviewId: string,
  project: ExchangeProject,
): Promise<ProjectPreview> {
  requireMay(viewer, "coding.exchange", reviewId);
  const contributions = await findKnownContributions(viewer, reviewId, project);
  const { incoming, leftOut, byWords } = await runInWorker(
    MATCH_CONTRIBUTIONS,
    project,
    themesOfCodes(project.codes, project.sets),
    contributions,
  );
  const known = await readKnownThemes(db(), viewer, reviewId);
  const codes = themesForCodes(incoming.codes, known);
  const addsThemes = can(viewer, "codebook.change", { reviewId }) && tooManyCodes(codes) === null;
  const themes = themesOfFile(codes, (code) => (addsThemes ? (incoming.codes[code]?.guid ?? null) : null));
  const coders = await matchCoders(db(), reviewId, incoming.coders);
  const plans = async (strangers: Strangers) => {
    const owners = ownersOf(coders, strangers, viewer.userId);
    return {
      plan: await planCodings(db(), viewer, { reviewId, incoming }, { themes, owners }),
      notes: await planMemos(db(), viewer, { reviewId, incoming }, owners),
    };
  };
  const { plan, notes } = await plans("leave");
  const more = async (strangers: Strangers) => {
    if (plan.strangers + notes.strangers === 0) return 0;
    const other = await plans(strangers);
    return other.plan.add.length - plan.add.length + newNotes(other.notes) - newNotes(notes);
  };
  const fromStrangers = { mine: await more("mine"), named: await more("named") };
  const noThemes = known.length === 0;
  return { incoming, leftOut, byWords, codes, coders, plan, notes, fromStrangers, addsThemes, noThemes };
}

export function newNotes({ add, again }: MemoPlan): number {
  return add.length + again.length;
}
