import { shownContribution } from "@/components/tag/coding/shown-contribution";
import { STANCES, type Stance } from "@/lib/capture/contribution/stance";
import { countOf } from "@/lib/platform/text/count-words";
import { sliceCodePoints } from "@/lib/platform/text/code-points";
import { xmlText } from "@/lib/platform/text/xml-text";
import { PAGE_STYLE } from "@/lib/report/export/html/published-page";
import type { Span } from "@/lib/tag/coding/span";
import type { PassagesInContribution } from "@/lib/tag/coding/queries/all-passages";

type About = {
  theme: string;
  review: string;
  stance: Stance | undefined;
  /** The title of the one roundtable that is shown. */
  roundtable: string | undefined;
  contributions: number;
  /** The pages of the same passages, where they can be recoded. */
  back: string;
  /** Of the page's policy, for its style. */
  nonce: string;
};

const STYLE = `${PAGE_STYLE}ol{list-style:none;padding:0}li{border-bottom:1px solid var(--line);padding:.75rem 0;break-inside:avoid}
li{max-width:44rem}li p{margin:0;color:var(--soft)}li p+p{margin-top:.25rem}li .said{font-family:"Source Serif 4",serif;font-size:1.0625rem;color:var(--ink);white-space:pre-line}mark{background:#ffd84d66;color:inherit}`;

/**
 * All passages of a theme as a page to read and print, in parts, without script: what is written has the length of what is
 * said, whatever the number of contributions.
 */
export async function* passagesPage(
  about: About,
  parts: AsyncIterable<readonly PassagesInContribution[]>,
  titleOf: (roundtableId: string) => string,
): AsyncGenerator<string, void> {
  yield head(about);
  for await (const part of parts)
    yield part.map((one) => row(one, titleOf(one.contribution.roundtableId))).join("");
  yield "</ol></main></body></html>\n";
}

function head({ theme, review, stance, roundtable, contributions, back, nonce }: About): string {
  const title = `All passages: ${xmlText(theme)}`;
  const which = [
    stance && `with the stance ${STANCES[stance].word.toLowerCase()}`,
    roundtable && `of ${roundtable}`,
  ];
  const about = [countOf(contributions, "contribution"), ...which].filter(Boolean).join(" ");
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} - NPQ review</title><style nonce="${xmlText(nonce)}">${STYLE}</style></head><body><main id="main" class="page">
<p><a href="${xmlText(back)}">Back to the passages</a></p><h1>${title}</h1><p class="about">${xmlText(about)}, ${xmlText(review)}.</p><ol>
`;
}

function row({ contribution, passages }: PassagesInContribution, roundtable: string): string {
  const { who, about, text, verbatim, time } = shownContribution(contribution);
  const said = [about, verbatim && "Word for word", roundtable, time].filter(Boolean).join(" · ");
  const set = passages.map((passage) => setWords(text, passage)).join("; ");
  return `<li><p><b>${xmlText(who)}</b> · ${xmlText(said)}</p><p class="said">${marked(text, passages)}</p><p>${xmlText(set)}</p></li>
`;
}

/** "Strength by you, Ada; Ask by Bea", after the words that it is about, where it is not about all of them. */
function setWords(
  text: string,
  { spanStart, spanEnd, taggings }: PassagesInContribution["passages"][number],
) {
  const words =
    spanStart === null || spanEnd === null ? "" : `“${sliceCodePoints(text, spanStart, spanEnd)}”: `;
  // Somebody who set it outside a round and in one is named once.
  const coders = new Map<Stance, Set<string>>();
  for (const { stance, mine, coder } of taggings)
    coders.set(stance, (coders.get(stance) ?? new Set()).add(mine ? "you" : coder));
  const set = [...coders].map(([stance, by]) => `${STANCES[stance].word} by ${[...by].join(", ")}`);
  return words + set.join("; ");
}

/** The text with the words of passages marked; what two of them share is marked once. */
function marked(text: string, passages: readonly Span[]): string {
  const spans = passages
    .flatMap(({ spanStart: start, spanEnd: end }) => (start === null || end === null ? [] : [{ start, end }]))
    .sort((a, b) => a.start - b.start);
  let html = "";
  let at = 0;
  for (const { start, end } of spans) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    html += `${xmlText(sliceCodePoints(text, at, from))}<mark>${xmlText(sliceCodePoints(text, from, end))}</mark>`;
    at = end;
  }
  return html + xmlText(sliceCodePoints(text, at, Infinity));
}
