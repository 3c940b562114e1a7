import type { FormAction } from "@/components/ui/form/sending";
import type { LikeLine, LineSuggestions } from "@/lib/tag/coding/suggested";
import type { TaggingAnswer, TaggingChange } from "@/lib/tag/coding/tagging";
import type { ReadLines } from "./use-lines";

/** What the coding page's parts ask the server for. */
export type CodingActions = {
  send: (change: TaggingChange) => Promise<TaggingAnswer>;
  /** The same change without JavaScript. */
  save: FormAction;
  writeMemo: FormAction;
  changeMemo: FormAction;
  withdrawMemo: FormAction;
  suggest: (lineIds: string[]) => Promise<LineSuggestions>;
  /** Lines of the page that its filter finds no more. */
  readKept: (lineIds: string[]) => Promise<ReadLines>;
  findLike: (lineId: string) => Promise<LikeLine[]>;
};
