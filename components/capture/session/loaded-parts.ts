// The one file of the page that is loaded later: see rare-parts.ts.
export { PastePreview } from "./bar/paste-preview";
export { ContributionTrouble } from "./record/contribution-trouble";
export { EditorOfRecord } from "./record/editor-of-record";
