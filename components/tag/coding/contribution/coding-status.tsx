import { Link } from "@/components/ui/link";
import { isFlagged, shownNpqs, type ContributionState } from "../kept/pending-changes";
import { decidedWords } from "../status-words";
import type { ShownTheme } from "../taggings";

type Props = {
  state: ContributionState;
  themes: readonly ShownTheme[];
  /** Where the rounds are, for a contribution that is coded in one. */
  roundsHref: string;
};

/** What else is known of a contribution's coding: whether coders want to talk about it, and what was decided. */
export function CodingStatus({ state, themes, roundsHref }: Props) {
  const { memos, decided, flag, blindRound } = state.saved;
  const npqs = shownNpqs(state);
  const flagged = isFlagged(state);
  if (!flagged && !blindRound && npqs.length + memos.length + decided.length === 0) return null;
  return (
    <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-soft">
      {flagged && (
        <span>
          <b className="text-ink">To talk about</b>
          {flag && `, says ${flag.by}`}
        </span>
      )}
      {npqs.length > 0 && <span>{`About ${npqs.join(", ")}`}</span>}
      {blindRound && (
        <span>
          You are coding this contribution in the round{" "}
          <Link href={`${roundsHref}/${blindRound.number}/code`}>{blindRound.title}</Link>. Code it there.
        </span>
      )}
      {memos.length > 0 && <span>{memos.length === 1 ? "1 memo" : `${memos.length} memos`}</span>}
      {decided.map(({ themeId, stances, round }) => (
        <span key={themeId}>
          {decidedWords(themes.find(({ id }) => id === themeId)?.title ?? "", stances, round)}
        </span>
      ))}
    </p>
  );
}
