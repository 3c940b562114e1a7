import { clause, handsAbout } from "@/lib/aggregate/publication/words/clause";
import { isTooFew } from "@/lib/aggregate/figures/small-number";
import { listedRuns, paragraphOf, type DraftBlock, type DraftRun } from "../draft-block";
import type { DraftFinding, DraftHands, DraftSource } from "../draft-source";
import { formatDate } from "@/lib/platform/text/dates";
import { claimOfContribution, claimOfFinding, fitInSentence } from "./aggregate";
import type { PlannedTheme } from "./plan";
import { widestSentence, widestThemes } from "./widest";

/** At most so many concerns are told again. */
const MAX_TOLD = 2;

/**
 * What follows from the findings that a draft tells: where praise and criticism were widest, with concerns that were raised
 * there; on what views differed; and what had most support when hands were counted, or drew most requests. Each part is left
 * out where the release does not bear it.
 */
export function conclusionBlocks(
  source: DraftSource,
  themes: readonly PlannedTheme[],
  told: ReadonlySet<DraftFinding>,
): DraftBlock[] {
  const own = themes.map(({ theme, findings }) => ({
    theme,
    findings: findings.filter((finding) => told.has(finding) && !/[;:]/.test(finding.text)),
  }));
  const criticised = concerns(themes, own);
  const differed = own
    .flatMap(({ findings }) => findings)
    .filter((finding) => isDisputed(finding) && !criticised.includes(finding))
    .sort((a, b) => Number(b.stance === "improvement") - Number(a.stance === "improvement"));
  const hands = handsSentence(source, own);
  const sentences = [
    ...widestSentence(themes, "strength"),
    ...widestSentence(themes, "improvement"),
    ...sentenceOf("The concerns there include ", criticised, "that"),
    ...sentenceOf("Views differed ", leading(differed, 1), "on whether"),
    ...(hands.length > 0 ? hands : widestSentence(themes, "ask")),
  ];
  return sentences.length === 0 ? [] : [paragraphOf("final", sentences)];
}

/** The first concern under each of the themes where criticism was widest. */
function concerns(themes: readonly PlannedTheme[], own: readonly PlannedTheme[]): DraftFinding[] {
  const top = widestThemes(themes, "improvement");
  const first = own
    .filter(({ theme }) => top.includes(theme))
    .flatMap(({ findings }) => findings.find(({ stance }) => stance === "improvement") ?? []);
  return leading(first, MAX_TOLD);
}

/** The first ones, at most so many, that one sentence holds. */
function leading(findings: readonly DraftFinding[], most: number): DraftFinding[] {
  const fitting: DraftFinding[] = [];
  for (const finding of findings.slice(0, most))
    if (fitInSentence([...fitting, finding].map(({ text }) => text))) fitting.push(finding);
  return fitting;
}

function isDisputed({ stance, text, counterView, contradicts }: DraftFinding): boolean {
  return stance !== "ask" && counterView !== "" && contradicts.length > 0 && !/^(?:whether|if)\b/i.test(text);
}

function sentenceOf(
  lead: string,
  findings: readonly DraftFinding[],
  word: "that" | "on whether",
): DraftRun[][] {
  if (findings.length === 0) return [];
  const points = findings.map((finding) => ({
    text: `${word} ${clause(finding.text)}`,
    claim: claimOfFinding(finding, "supports"),
  }));
  return [[{ text: lead }, ...listedRuns(points), { text: "." }]];
}

type Favoured = DraftHands & { what: string };

/** What had the support of the largest share in a show of hands, if no other had the same; null words for what is not "for". */
function handsSentence(
  { smallNumber, roundtables }: DraftSource,
  own: readonly PlannedTheme[],
): DraftRun[][] {
  const all = new Map<string, Favoured>();
  for (const hands of own.flatMap(({ findings }) => findings.flatMap((finding) => finding.hands))) {
    const about = handsAbout(hands.about);
    if (!about.startsWith("for ") || /[;:]/.test(about) || isTooFew(hands.asked, smallNumber)) continue;
    all.set(hands.contributionId, { ...hands, what: about.slice("for ".length) });
  }
  const share = ({ raised, asked }: Favoured) => raised / asked;
  const [first, second] = [...all.values()].sort((a, b) => share(b) - share(a));
  if (!first || (second && share(second) === share(first))) return [];
  const claim = claimOfContribution(first.contributionId);
  const figure = { of: "hands", id: first.contributionId } as const;
  const raised: DraftRun = { text: `${first.raised} of ${first.asked}`, claim, figure };
  const when = roundtables.length > 1 ? ` on ${formatDate(first.heldOn)}` : "";
  return second
    ? [
        [
          { text: `In shows of hands, support was widest for ${first.what}, with `, claim },
          raised,
          { text: ` in favour${when}.`, claim },
        ],
      ]
    : [
        [
          { text: `In the one show of hands${when}, `, claim },
          raised,
          { text: ` were in favour of ${first.what}.`, claim },
        ],
      ];
}
