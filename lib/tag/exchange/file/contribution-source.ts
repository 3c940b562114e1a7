import { codePointLength } from "@/lib/platform/text/code-points";
import type { Span } from "@/lib/tag/coding/span";
import { spanGuid, spanKey } from "./export-kind";
import type { ExchangeCoding, ExchangeSelection, ExchangeSource } from "./project";

/** A contribution as it is exported. */
export type ExportContribution = {
  guid: string;
  /** The speaker, who is not part of the words. */
  speaker: string | null;
  words: string;
  codings: readonly (ExchangeCoding & Span)[];
  noteGuids: string[];
};

type Named = Pick<ExchangeSource, "guid" | "name" | "description">;

/**
 * Contributions as one text, each a paragraph that begins with its speaker. The words of each are a passage,
 * and so is each span that somebody marked.
 */
export function contributionSource(
  named: Named,
  contributions: readonly ExportContribution[],
): ExchangeSource {
  let text = "";
  let at = 0;
  const selections: ExchangeSelection[] = [];
  for (const contribution of contributions) {
    const before = contribution.speaker === null ? "" : `${contribution.speaker}: `;
    selections.push(...passages(contribution, at + codePointLength(before)));
    const paragraph = `${before}${contribution.words}\n`;
    text += paragraph;
    at += codePointLength(paragraph);
  }
  const none = { authorGuid: null, at: null, codings: [], noteGuids: [], attributes: [] };
  return { ...none, ...named, text, selections };
}

function passages({ guid, words, codings, noteGuids }: ExportContribution, at: number): ExchangeSelection[] {
  const none = { name: "", description: "", authorGuid: null, at: null };
  const bySpan = new Map<string, Span & { codings: ExchangeCoding[] }>();
  const whole: ExchangeCoding[] = [];
  for (const { spanStart, spanEnd, ...coding } of codings) {
    const span = { spanStart, spanEnd };
    if (spanStart === null) whole.push(coding);
    else {
      const marked = bySpan.get(spanKey(span)) ?? { ...span, codings: [] };
      bySpan.set(spanKey(span), { ...span, codings: [...marked.codings, coding] });
    }
  }
  const spans = [...bySpan.values()].sort(
    (a, b) => (a.spanStart ?? 0) - (b.spanStart ?? 0) || (a.spanEnd ?? 0) - (b.spanEnd ?? 0),
  );
  const contribution = {
    ...none,
    guid,
    start: at,
    end: at + codePointLength(words),
    codings: whole,
    noteGuids,
  };
  return [
    contribution,
    ...spans.map((span) => ({
      ...none,
      guid: spanGuid(guid, span),
      start: at + (span.spanStart ?? 0),
      end: at + (span.spanEnd ?? 0),
      codings: span.codings,
      noteGuids: [],
    })),
  ];
}
