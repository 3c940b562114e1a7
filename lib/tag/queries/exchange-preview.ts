import { can, requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { planCodebook, type CodebookPlan, type FileTheme } from "../exchange/codebook-plan";
import { themeIdsOf, themesForCodes, type CodeTheme } from "../exchange/code-themes";
import type { Incoming, LeftOut } from "../exchange/incoming";
import { matchLines } from "../exchange/match-lines";
import type { ExchangeProject } from "../exchange/project";
import { themesOfCodes } from "../exchange/theme-codes";
import { findKnownLines } from "./incoming-lines";
import { matchCoders, planCodings, type CodingPlan, type CoderUsers } from "./incoming-plan";
import { readKnownThemes } from "./known-themes";

/** What a codebook file would do to the review's themes. */
export async function previewCodebook(
  viewer: Viewer,
  reviewId: string,
  themes: readonly FileTheme[],
): Promise<CodebookPlan> {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "codebook.change", { reviewId });
  return planCodebook(themes, await readKnownThemes(db(), viewer, reviewId));
}

export type ProjectPreview = {
  incoming: Incoming;
  leftOut: LeftOut;
  /** Texts that were known by what they say. */
  byWords: string[];
  codes: CodeTheme[];
  users: CoderUsers;
  /** With what is new of the codebook, and without the codings of coders who are nobody here. */
  plan: CodingPlan;
  /** Whether the viewer may add the themes that are new. */
  addsThemes: boolean;
};

/** What a project file would add to the review's coding, and what of it finds no place there. */
export async function previewProject(
  viewer: Viewer,
  reviewId: string,
  project: ExchangeProject,
): Promise<ProjectPreview> {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "coding.exchange", { reviewId });
  const known = await findKnownLines(viewer, reviewId, project);
  const { incoming, leftOut, byWords } = matchLines(
    project,
    themesOfCodes(project.codes, project.sets),
    known,
  );
  const codes = themesForCodes(incoming.codes, await readKnownThemes(db(), viewer, reviewId));
  const users = await matchCoders(db(), reviewId, incoming.coders);
  const addsThemes = can(viewer, "codebook.change", { reviewId });
  const themes = themeIdsOf(codes, (code) => (addsThemes ? (incoming.codes[code]?.guid ?? null) : null));
  const choices = { themes, users, strangersTo: null };
  const plan = await planCodings(db(), viewer, { reviewId, incoming }, choices);
  return { incoming, leftOut, byWords, codes, users, plan, addsThemes };
}
