import { randomUUID } from "node:crypto";
import { addTheme } from "@/lib/tag/codebook/commands/add-theme";
import { changeStance } from "@/lib/tag/coding/commands/change-stance";
import { changeTaggings } from "@/lib/tag/coding/commands/change-taggings";
import { changeTheme } from "@/lib/tag/codebook/commands/change-theme";
import { installCodebook } from "@/lib/tag/codebook/commands/install-codebook";
import { removeTagging } from "@/lib/tag/coding/commands/remove-tagging";
import { restoreTheme, retireTheme } from "@/lib/tag/recoding/commands/retire-theme";
import { setTagging } from "@/lib/tag/coding/commands/set-tagging";
import { setThemes } from "@/lib/tag/coding/commands/set-themes";
import { HIDDEN, SEEN, facilitators, lead, row, rowOutside, type Row } from "./row";

export const TAG_COMMANDS: Record<string, Row> = {
  installCodebook: row(lead(SEEN), installCodebook)(({ reviewId }) => ({ reviewId, themes: [] })),
  addTheme: row(
    lead(SEEN),
    addTheme,
  )(({ reviewId }) => ({
    reviewId,
    axis: "theme",
    title: "New theme",
    definition: "It",
    includes: "",
    excludes: "",
    signalWords: "",
  })),
  changeTheme: row(
    lead(SEEN),
    changeTheme,
  )(({ themeId }) => ({
    id: themeId,
    revision: 1,
    title: "Renamed",
    definition: "It",
    includes: "",
    excludes: "",
    signalWords: "",
  })),
  retireTheme: row(lead(SEEN), retireTheme)(({ themeId }) => ({ id: themeId })),
  restoreTheme: row(lead(SEEN), restoreTheme)(({ themeId }) => ({ id: themeId })),
  setTagging: row(
    facilitators(HIDDEN),
    setTagging,
  )(({ contributionId, themeId }) => ({
    contributionId,
    themeId,
    stance: "ask",
  })),
  setThemes: row(
    facilitators(HIDDEN),
    setThemes,
  )(({ contributionId, themeId }) => ({
    operationId: randomUUID(),
    contributionId,
    add: [themeId],
    remove: [],
  })),
  changeTaggings: rowOutside(
    facilitators(HIDDEN),
    changeTaggings,
  )(({ contributionId, themeId }) => ({
    change: "set",
    contributionId,
    themeId,
    stance: "ask",
  })),
  removeTagging: row(lead(HIDDEN), removeTagging)(({ taggingId }) => ({ id: taggingId })),
  // Another coder's stance is theirs: a lead may remove the tagging, and nobody may change it.
  changeStance: row(
    { ...lead(HIDDEN), lead: "forbidden" },
    changeStance,
  )(({ taggingId }) => ({
    id: taggingId,
    stance: "observation",
  })),
};
