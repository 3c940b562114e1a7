import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/access/policy";
import { db } from "@/lib/platform/db";
import { importCodebook } from "@/lib/tag/exchange/commands/import-codebook";
import { importProject } from "@/lib/tag/exchange/commands/import-project";
import { recordExport } from "@/lib/tag/exchange/commands/record-export";
import { undoProjectImport } from "@/lib/tag/exchange/commands/undo-project-import";
import { fingerprintOf } from "@/lib/tag/exchange/form-payload";
import { planCodebook, type FileTheme } from "@/lib/tag/exchange/codebook-plan";
import { readKnownThemes } from "@/lib/tag/exchange/queries/known-themes";
import type { CommandWorld } from "../worlds/command-world";
import { SEEN, facilitators, lead, row, type Row } from "./row";

const THEME: FileTheme = {
  row: 2,
  guid: null,
  slug: "from-a-file",
  axis: "theme",
  title: "From a file",
  definition: "Some",
  includes: "",
  excludes: "",
  signalWords: "",
  colour: "1",
  parent: null,
  above: null,
  says: { slug: false, colour: false },
};

/** What a lead was shown of a file with one theme that is new. */
async function previewed(viewer: Viewer, { reviewId }: CommandWorld) {
  const plan = planCodebook([THEME], await readKnownThemes(db(), viewer, reviewId));
  return { reviewId, themes: [THEME], fingerprint: fingerprintOf(plan), changes: "meaning" as const };
}

/** A project file that was imported. */
async function imported({ members, reviewId, themeId }: CommandWorld) {
  const importId = randomUUID();
  await db().codingChange.create({
    data: {
      reviewId,
      themeId,
      kind: "batch",
      byId: members.facilitator.userId,
      detail: { importId, memoIds: [] },
    },
  });
  return { importId };
}

export const TAG_EXCHANGE_COMMANDS: Record<string, Row> = {
  recordExport: row(
    facilitators(SEEN),
    recordExport,
  )(({ reviewId, roundtableId }) => ({ reviewId, roundtableId, kind: "share" })),
  importCodebook: {
    roles: lead(SEEN),
    attempt: async (viewer, world) => {
      const input = await previewed(viewer, world);
      return row(lead(SEEN), importCodebook)(() => input).attempt(viewer, world);
    },
  },
  importProject: row(
    facilitators(SEEN),
    importProject,
  )(({ reviewId, themeId, otherContributionId }) => ({
    reviewId,
    newCodes: "leave",
    strangers: "mine",
    incoming: {
      coders: [],
      notes: [],
      codes: [{ ...THEME, guid: themeId }],
      contributions: [
        {
          id: otherContributionId,
          revision: 1,
          codings: [{ code: 0, coder: null, stance: "ask", spanStart: null, spanEnd: null }],
        },
      ],
    },
  })),
  undoProjectImport: {
    roles: facilitators(SEEN),
    attempt: async (viewer, world) => {
      const input = await imported(world);
      return row(facilitators(SEEN), undoProjectImport)(() => input).attempt(viewer, world);
    },
  },
};
