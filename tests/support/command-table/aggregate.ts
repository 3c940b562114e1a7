import { randomUUID } from "node:crypto";
import { releaseFigures } from "@/lib/aggregate/publication/commands/publish-release";
import { keepCitation, removeCitation } from "@/lib/aggregate/take-away/commands/keep-citation";
import { deleteView, renameView, restoreView, saveView } from "@/lib/aggregate/live/commands/save-view";
import { facilitators, HIDDEN, lead, row, rowOutside, SEEN, type Row } from "./row";

export const AGGREGATE_COMMANDS: Record<string, Row> = {
  // The lead may, and too few people were there for it: tests/database/aggregate/releases.test.ts shows one made.
  releaseFigures: rowOutside(
    { ...lead(SEEN), lead: "invalid" },
    releaseFigures,
  )(({ reviewId }) => ({ reviewId })),
  // There is no release to cite: tests/database/aggregate/citations.test.ts shows one cited.
  keepCitation: rowOutside(
    { lead: "not-found", facilitator: "not-found", reviewer: "not-found", fellow: "forbidden" },
    keepCitation,
  )(({ reviewId, themeId }) => ({ reviewId, release: 1, themeId, roundtableId: null, findingId: null })),
  // Nobody has a citation of another's.
  removeCitation: row(
    { lead: "not-found", facilitator: "not-found", reviewer: "not-found", fellow: "not-found" },
    removeCitation,
  )(({ citationId }) => ({ id: citationId })),
  saveView: row(
    facilitators(SEEN),
    saveView,
  )(({ reviewId }) => ({ reviewId, id: randomUUID(), name: "SENCOs", shows: "role=SENCO" })),
  renameView: row(
    facilitators(HIDDEN),
    renameView,
  )(({ savedViewId }) => ({ id: savedViewId, revision: 1, name: "Heads" })),
  deleteView: row(facilitators(HIDDEN), deleteView)(({ savedViewId }) => ({ id: savedViewId })),
  restoreView: row(facilitators(HIDDEN), restoreView)(({ savedViewId }) => ({ id: savedViewId })),
};
