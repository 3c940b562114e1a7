import { quoteMatches, type Anchor, type Span } from "./anchor";

export const MAX_COMMENT = 5000;

export type Author = {
  words: string;
  mine: boolean;
  department: boolean;
  /** For facilitators alone: what stands in a file, where no name may. */
  role: CommentRole | null;
};

export type Remark = {
  id: string;
  author: Author;
  body: string;
  at: Date;
  revision: number;
  edited: boolean;
  erased: boolean;
};

export type Thread = Remark & {
  blockId: string;
  anchor: Anchor | null;
  versionNumber: number;
  resolved: { by: string; at: Date } | null;
  replies: Remark[];
};

export type CommentRole = "lead" | "facilitator" | "reviewer" | "fellow";

/**
 * How a comment's author is named. Facilitators see names; to everybody else a Fellow is "A Fellow" and DfE
 * is "the Department". Nobody's school or setting is ever shown.
 */
export function authorWords(
  { name, role, mine }: { name: string; role: CommentRole; mine: boolean },
  viewerWorks: boolean,
): Author {
  const department = role === "reviewer";
  const shown = viewerWorks ? role : null;
  if (mine) return { words: "You", mine, department, role: shown };
  if (viewerWorks) return { words: `${name}, ${ROLE[role]}`, mine, department, role };
  return {
    words: role === "fellow" ? "A Fellow" : department ? "Department for Education" : "The authors",
    mine,
    department,
    role: null,
  };
}

const ROLE: Record<CommentRole, string> = {
  lead: "lead",
  facilitator: "facilitator",
  reviewer: "DfE reviewer",
  fellow: "Fellow",
};

/**
 * The words that a form without a selection refers to: the typed or pasted text, found in the paragraph, or
 * the whole paragraph when nothing was typed. Null when the words are not in the paragraph.
 */
export function spanOfWords(text: string, words: string): (Span & { quote: string }) | null {
  const length = Array.from(text).length;
  const wanted = words.trim();
  if (wanted === "") return length === 0 ? null : { start: 0, end: length, quote: text };
  const at = text.indexOf(wanted);
  if (at < 0) return null;
  const start = Array.from(text.slice(0, at)).length;
  const anchor = { start, end: start + Array.from(wanted).length, quote: wanted };
  return quoteMatches(text, anchor) ? anchor : null;
}
