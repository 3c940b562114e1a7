import { STANCES } from "@/lib/capture/contribution/stance";
import { offeredNpqs, withNpq, withoutShown, type Draft } from "@/lib/capture/session/bar/draft";
import type { SignOptions, Sign } from "@/lib/capture/session/bar/grammar";
import { speakerOf } from "./speakers";

type Props = {
  draft: Draft;
  options: SignOptions;
  onDraft: (draft: Draft) => void;
  onSign: (sign: Sign) => void;
};

/**
 * What was chosen for the contribution: pressing the speaker or the question chooses another, pressing
 * anything else removes it.
 */
export function DraftMarks({ draft, options, onDraft, onSign }: Props) {
  const speaker = speakerOf(options.speakers, draft);
  const question = options.questions.find(({ id }) => id === draft.questionId);
  const who = speaker?.name ?? speaker?.label ?? "Nobody chosen";
  return (
    <div
      className="flex flex-wrap items-center gap-1.5 pt-1 low:pt-0"
      role="group"
      aria-label="Marks of this contribution"
      // A pointer must not take the focus from the words.
      onMouseDown={(event) => event.preventDefault()}
    >
      <Mark label={`Speaker: ${who}. Choose another`} onPress={() => onSign("@")}>
        {who}
      </Mark>
      {question && (
        <Mark
          label={`Question ${question.position}: ${question.text}. Choose another`}
          onPress={() => onSign("?")}
        >
          {`Q${question.position}`}
        </Mark>
      )}
      {draft.stance && (
        <Mark
          label={`Stance: ${STANCES[draft.stance].word}. Remove it`}
          onPress={() => onDraft({ ...draft, stance: null, stanceStays: false })}
          stays={draft.stanceStays}
          off
        >
          {`${STANCES[draft.stance].sign} ${STANCES[draft.stance].word}`}
        </Mark>
      )}
      {draft.agreementSeen && (
        <Mark label="Agreement seen. Remove it" onPress={() => onDraft(withoutShown(draft))} off>
          ≈ agreement seen
        </Mark>
      )}
      {draft.themeIds.map((id) => (
        <Mark
          key={id}
          label={`Theme: ${titleOf(options, id)}. Remove it`}
          onPress={() => onDraft({ ...draft, themeIds: draft.themeIds.filter((one) => one !== id) })}
          stays={draft.themesStay}
          off
        >
          {`# ${titleOf(options, id)}`}
        </Mark>
      ))}
      {draft.npqs.map((npq) => (
        <Mark key={npq} label={`About ${npq}. Remove it`} onPress={() => onDraft(withNpq(draft, npq))} off>
          {npq}
        </Mark>
      ))}
      {offeredNpqs(draft).map((npq) => (
        <Mark key={npq} label={`Mark as about ${npq}`} onPress={() => onDraft(withNpq(draft, npq))}>
          {`About ${npq}?`}
        </Mark>
      ))}
      {(draft.themesStay || draft.stanceStays) && (
        <span className="text-sm text-soft low:sr-only">Dashed: kept from the last contribution</span>
      )}
    </div>
  );
}

function titleOf({ themes }: SignOptions, id: string): string {
  return themes.find((theme) => theme.id === id)?.title ?? "";
}

type MarkProps = {
  children: string;
  label: string;
  onPress: () => void;
  off?: boolean;
  /** It stays from the preceding contribution. */
  stays?: boolean;
};

function Mark({ children, label, onPress, off, stays }: MarkProps) {
  const look = stays
    ? "border border-dashed border-accent bg-transparent"
    : "border border-transparent bg-accent-soft forced-colors:border-solid";
  return (
    <button
      type="button"
      aria-label={stays ? `${label}. It is kept from the last contribution` : label}
      onClick={onPress}
      className={`inline-flex min-h-7 cursor-pointer items-center gap-1 rounded-sm px-1.5 text-meta font-semibold text-accent hover:underline pointer-coarse:min-h-11 low:min-h-8! ${look}`}
    >
      {children}
      {off && <span aria-hidden>×</span>}
    </button>
  );
}
