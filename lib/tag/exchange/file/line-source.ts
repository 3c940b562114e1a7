import { codePointLength } from "@/lib/platform/text";
import type { Span } from "@/lib/tag/coding/span";
import { spanGuid, spanKey } from "./export-kind";
import type { ExchangeCoding, ExchangeSelection, ExchangeSource } from "./project";

/** A line as it goes out. */
export type ExportLine = {
  guid: string;
  /** Who said it, which is no part of the words. */
  speaker: string | null;
  words: string;
  codings: readonly (ExchangeCoding & Span)[];
  noteGuids: string[];
};

type Named = Pick<ExchangeSource, "guid" | "name" | "description">;

/**
 * Lines as one text, a paragraph each with its speaker in front. The words of each are a passage, and so is each
 * span of words that somebody marked.
 */
export function lineSource(named: Named, lines: readonly ExportLine[]): ExchangeSource {
  let text = "";
  let at = 0;
  const selections: ExchangeSelection[] = [];
  for (const line of lines) {
    const before = line.speaker === null ? "" : `${line.speaker}: `;
    selections.push(...passages(line, at + codePointLength(before)));
    const paragraph = `${before}${line.words}\n`;
    text += paragraph;
    at += codePointLength(paragraph);
  }
  const none = { authorGuid: null, at: null, codings: [], noteGuids: [], attributes: [] };
  return { ...none, ...named, text, selections };
}

function passages({ guid, words, codings, noteGuids }: ExportLine, at: number): ExchangeSelection[] {
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
  const line = { ...none, guid, start: at, end: at + codePointLength(words), codings: whole, noteGuids };
  return [
    line,
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
