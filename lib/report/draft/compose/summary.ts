import { KINDS } from "../document-kind";
import type { DraftBlock } from "../draft-block";
import type { DraftFinding, DraftSource } from "../draft-source";
import { contextBlocks } from "./context";
import { annexBlocks, methodNote } from "./method";
import { askBlocks, finalBlocks, headed, themeParagraph, wordsOf } from "./parts";
import { findingsThatFit, isRaised, mainStance, themesInOrder, type PlannedTheme } from "./plan";
import { createRealiser } from "./realise";

/** Words of a finding beyond its own: what stands around its clause. */
const AROUND = 6;
/** Words of a theme's opening sentence with its title. */
const OPENING = 18;

/**
 * The public summary: strengths, then areas for improvement, one paragraph a theme, and asks. What does not fit into its
 * length is left out and named beside the draft.
 */
export function summaryBlocks(source: DraftSource): DraftBlock[] {
  const realiser = createRealiser(source);
  const themes = themesInOrder(source).filter(isRaised);
  const context = headed("context", contextBlocks(source));
  const final = headed("final", finalBlocks(source, themes));
  const method = headed("method", [methodNote(source, true)]);
  const fixed = wordsOf([...context, ...final, ...method]) + themes.length * OPENING;
  const told = findingsThatFit(themes, KINDS.summary.words.most - fixed, costOf);
  const chosen = themes.map(({ theme, findings }) => ({
    theme,
    findings: findings.filter((finding) => told.has(finding)),
  }));
  return [
    ...context,
    ...headed(
      "strengths",
      chosen.flatMap((one) =>
        strengths(one).flatMap((part) =>
          themeParagraph("strengths", part, openingOf(part, "strength"), realiser),
        ),
      ),
    ),
    ...headed(
      "improvements",
      chosen.flatMap((one) =>
        themeParagraph(
          "improvements",
          withoutAsks(withoutStrengths(one)),
          openingOf(one, "improvement"),
          realiser,
        ),
      ),
    ),
    ...headed(
      "asks",
      askBlocks(
        source,
        chosen.flatMap(({ findings }) => findings.filter(({ stance }) => stance === "ask")),
        realiser,
      ),
    ),
    ...final,
    ...method,
    ...headed("annex", annexBlocks(source)),
  ];
}

/** A finding with what is told after it, in words. */
export function costOf({ text, counterView, hands }: DraftFinding): number {
  const words = (sentence: string) => sentence.split(/\s+/).length;
  return words(text) + AROUND + (counterView === "" ? 0 : words(counterView) + AROUND) + hands.length * 20;
}

const strengthsOf = ({ theme, findings }: PlannedTheme): PlannedTheme => ({
  theme,
  findings: findings.filter(({ stance }) => stance === "strength"),
});

/** A theme has a paragraph among the strengths where it has findings there, or where strengths are its main stance. */
function strengths(planned: PlannedTheme): PlannedTheme[] {
  const own = strengthsOf(planned);
  return own.findings.length > 0 || toldAmongStrengths(planned) ? [own] : [];
}

function toldAmongStrengths(planned: PlannedTheme): boolean {
  return mainStance(planned.theme) === "strength";
}

function withoutStrengths({ theme, findings }: PlannedTheme): PlannedTheme {
  return { theme, findings: findings.filter(({ stance }) => stance !== "strength") };
}

function withoutAsks({ theme, findings }: PlannedTheme): PlannedTheme {
  return { theme, findings: findings.filter(({ stance }) => stance !== "ask") };
}

/** A theme's own figure opens it where its main stance is told; elsewhere the figure of that part's stance does. */
function openingOf(planned: PlannedTheme, part: "strength" | "improvement") {
  const here = toldAmongStrengths(planned) === (part === "strength");
  if (here) return "all";
  const rest = planned.findings.some(
    ({ stance }) => (stance === "strength") === (part === "strength") && stance !== "ask",
  );
  return rest ? part : null;
}
