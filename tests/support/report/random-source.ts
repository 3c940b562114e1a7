import { heldBack, publishCount } from "@/lib/aggregate/publication/published-count";
import type { ReleasedTheme } from "@/lib/aggregate/publication/release-contents";
import { refText, type FigureRef, type ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";
import { seededRandom } from "@/lib/platform/random";
import type { DraftFinding, DraftSource, DraftTheme } from "@/lib/report/draft/draft-source";
import { USUAL_STYLE } from "@/lib/report/draft/house-style";
import type { ExactCounts } from "./draft-floor";

const THRESHOLD = 5;
const WORDS =
  "cohorts tutors sessions evidence mentors tasks schools budgets reading units costs places cover travel marking feedback leaders practice".split(
    " ",
  );

/** A roundtable, or a review, as it might be: the same seed gives the same one. */
export function randomSource(seed: number): DraftSource {
  return randomCounted(seed).source;
}

/** The same with what was counted, which a release rounds, or holds back. */
export function randomCounted(seed: number): { source: DraftSource; exact: ExactCounts } {
  const exact = new Map<string, number>();
  const random = seededRandom(seed);
  const upTo = (n: number) => Math.floor(random() * (n + 1));
  const one = <T>(all: readonly T[]): T => {
    const chosen = all[Math.floor(random() * all.length)];
    if (chosen === undefined) throw new Error("There is nothing to choose from.");
    return chosen;
  };
  const present = 6 + upTo(40);
  const wholeReview = random() < 0.5;
  const figure = (ref: FigureRef, people: number) => {
    const count = Math.min(people, present);
    exact.set(refText(ref), count);
    return random() < 0.04 ? heldBack(present, THRESHOLD) : publishCount(count, present, THRESHOLD);
  };
  const themes = Array.from({ length: 1 + upTo(11) }, (_, at): DraftTheme => {
    const people = upTo(present);
    const title = `${one(WORDS)} and ${one(WORDS)}`;
    const id = `theme-${at}`;
    const figureOf = (stance: Stance | null, count: number) => figure({ of: "theme", id, stance }, count);
    const stances = Object.fromEntries(
      STANCE_ORDER.map((stance) => [stance, figureOf(stance, upTo(people))]),
    );
    const released: ReleasedTheme = {
      id,
      slug: id,
      title,
      colour: "#12436D",
      axis: "theme",
      people: figureOf(null, people),
      stances: stances as ReleasedTheme["stances"],
      hands: [],
    };
    return { id, title, other: at > 9, released: random() < 0.95 ? released : null };
  });
  const words = (least: number, most: number) =>
    Array.from({ length: least + upTo(most - least) }, () => one(WORDS)).join(" ");
  const sentence = () => {
    const more = random() < 0.1 ? `${one([";", ":"])} the ${one(WORDS)} do too` : "";
    return `The ${one(WORDS)} ${random() < 0.3 ? `and the ${one(WORDS)} ` : ""}depend on ${words(2, 12)}${more}.`;
  };
  const asks = [
    () => `More ${words(2, 12)}.`,
    () => `One place for all to have their own ${words(2, 8)}.`,
    () => `Keep the ${words(2, 12)}.`,
    () => `The ${one(WORDS)} should have ${words(2, 12)}.`,
    () => `More ${words(1, 4)}. Fewer ${words(1, 4)}.`,
  ];
  const findings = themes.flatMap((theme) =>
    Array.from({ length: upTo(6) }, (_, at): DraftFinding => {
      const against = upTo(4);
      const id = `${theme.id}-finding-${at}`;
      const stance = one(STANCE_ORDER);
      return {
        id,
        themeId: theme.id,
        text: stance === "ask" ? one(asks)() : sentence(),
        counterView: against > 0 && random() < 0.5 ? sentence() : "",
        stance,
        supports: [`${id}-c`],
        contradicts: against > 0 ? [`${id}-d`] : [],
        figures: wholeReview
          ? {
              supports: figure({ of: "finding", id, side: "supports" }, 1 + upTo(present - 1)),
              contradicts: figure({ of: "finding", id, side: "contradicts" }, against),
            }
          : null,
        hands:
          random() < 0.05
            ? [
                {
                  contributionId: `${id}-h`,
                  raised: upTo(present),
                  asked: present,
                  about: "Hands for more of it.",
                  heldOn: new Date("2025-05-14"),
                },
              ]
            : [],
      };
    }),
  );
  const figures: ReportFigures | null =
    random() < 0.9
      ? {
          release: { number: 1, createdAt: new Date("2025-06-01") },
          table: {
            roundtable: null,
            roundtables: wholeReview ? 2 : 1,
            present,
            themes: themes.flatMap(({ released }) => released ?? []),
          },
          findings: findings.flatMap(({ figures: told, ...finding }) =>
            told ? [{ ...finding, ...told }] : [],
          ),
          breakdowns: [],
          hands: new Map(
            findings.flatMap(({ hands }) =>
              hands.map(({ contributionId, raised, asked }) => [contributionId, { raised, asked }] as const),
            ),
          ),
          threshold: THRESHOLD,
        }
      : null;
  const source: DraftSource = {
    reviewTitle: "NPQ review",
    smallNumber: THRESHOLD,
    wholeReview,
    style: { ...USUAL_STYLE, figures: random() < 0.7 },
    roundtables: Array.from({ length: wholeReview ? 2 : 1 }, (_, at) => ({
      title: `Roundtable ${at + 1}`,
      heldOn: new Date(`2025-0${at + 5}-14`),
      place: at === 0 ? "Leeds" : null,
      online: at > 0,
      host: "Chartered College of Teaching",
      confidentiality: "chatham_house" as const,
      questions: ["What works?", "What does not?"],
    })),
    people: present,
    attendances: present,
    figures,
    themes: figures ? themes : themes.map((theme) => ({ ...theme, released: null })),
    unraised: random() < 0.3 ? ["Content and evidence base", "What next?"] : [],
    findings: figures ? findings : findings.map((finding) => ({ ...finding, figures: null, hands: [] })),
    quotations: [],
    unidentifiedContributions: upTo(12),
    conduct: {
      invited: present + 2,
      present,
      hosts: 2,
      coders: 2,
      contributions: 120,
      spoken: 110,
      amended: 0,
    },
    coding: null,
  };
  return { source, exact };
}
