import { mergeThemes } from "@/lib/tag/recoding/commands/merge-themes";
import { placeTheme } from "@/lib/tag/codebook/commands/place-theme";
import { addExample, removeExample } from "@/lib/tag/recoding/commands/set-example";
import { splitTheme } from "@/lib/tag/recoding/commands/split-theme";
import { undoCodingChange } from "@/lib/tag/recoding/commands/undo-coding-change";
import { HIDDEN, SEEN, facilitators, lead, row, type Row } from "./row";

export const TAG_CODEBOOK_COMMANDS: Record<string, Row> = {
  placeTheme: row(
    lead(SEEN),
    placeTheme,
  )(({ themeId, otherThemeId }) => ({ id: otherThemeId, parentId: themeId, afterId: null })),
  mergeThemes: row(
    lead(SEEN),
    mergeThemes,
  )(({ themeId, otherThemeId }) => ({ id: themeId, intoId: otherThemeId })),
  splitTheme: row(
    lead(SEEN),
    splitTheme,
  )(({ themeId, contributionId }) => ({
    id: themeId,
    revision: 1,
    title: "Part of it",
    definition: "Some",
    includes: "",
    excludes: "",
    signalWords: "",
    restDefinition: "The rest",
    restIncludes: "",
    restExcludes: "",
    restSignalWords: "",
    goes: [contributionId],
    both: [],
  })),
  undoCodingChange: row(lead(SEEN), undoCodingChange)(({ changeId }) => ({ id: changeId })),
  addExample: row(
    facilitators(SEEN),
    addExample,
  )(({ themeId, otherContributionId }) => ({ themeId, contributionId: otherContributionId, belongs: false })),
  removeExample: row(facilitators(HIDDEN), removeExample)(({ exampleId }) => ({ id: exampleId })),
};
