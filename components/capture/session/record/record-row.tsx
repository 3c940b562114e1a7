import { memo, type ReactNode } from "react";
import { SaidBy } from "@/components/capture/contribution/said-by";
import { SaidSigns } from "@/components/capture/contribution/said-signs";
import { SaidWhen } from "@/components/capture/contribution/said-when";
import { SaidWords } from "@/components/capture/contribution/said-words";
import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { ColourChip } from "@/components/ui/colour-chip";
import type { ShownContribution } from "@/lib/capture/session/record-view";
import { unquotableWords } from "@/lib/capture/people/permission-level";
import { otherDayWords, timeWords } from "@/lib/capture/contribution/contribution-words";
import { ContributionStateWords, type ContributionState } from "./contribution-state";
import type { Theme } from "../types";
import type { RowSpeaker } from "./row-session";

type Props = {
  contribution: ShownContribution;
  speaker: RowSpeaker | undefined;
  /** Their name, while names are shown. */
  name: string | undefined;
  themes: readonly Theme[];
  /** The roundtable's day; a contribution of another day shows its own. */
  heldOn: string;
  state: ContributionState;
  /** Who recorded it, where it was somebody else. */
  colleague: string | null;
  table: string | null;
  onEdit: ((contributionId: string) => void) | null;
  /** Below the words: what prevents saving. */
  children?: ReactNode;
  /**
   * Replaces the words and marks while they are edited, since the earlier ones would be shown next to the new
   * ones.
   */
  editor?: ReactNode;
};

/**
 * One contribution of the record: the time, the speaker, the words, and whether it is safe. It is rendered
 * again only when something of it changes, because thousands of these may be on the page.
 */
export const RecordRow = memo(function RecordRow(props: Props) {
  const { contribution, speaker, name, themes, heldOn, state, colleague, table, onEdit, children, editor } =
    props;
  const otherDay = otherDayWords(contribution, heldOn);
  return (
    <article id={`contribution-${contribution.id}`}>
      <SaidWhen contribution={contribution} heldOn={heldOn} />
      <div>
        {!editor && (
          <p className="about">
            <SaidBy source={contribution.source} speaker={speaker ?? null} name={name} />
            {table && <span className="text-soft"> · {table}</span>}
          </p>
        )}
        {editor ?? (
          <SaidWords
            text={contribution.text}
            struck={contribution.struck}
            erased={contribution.erased}
            speaker={speaker ?? null}
          />
        )}
        <p className="signs">
          {!editor && contribution.stance && <StanceSign stance={contribution.stance} />}
          <SaidSigns
            verbatim={!editor && contribution.wording === "verbatim"}
            unquotable={speaker && unquotableWords(speaker)}
            hands={contribution.hands}
            agreementSeen={contribution.agreementSeen}
          />
          {!editor && (contribution.npqs?.length ?? 0) > 0 && (
            <span>{`About ${contribution.npqs?.join(", ")}`}</span>
          )}
          {(editor ? [] : contribution.themeIds).flatMap((id) => {
            const theme = themes.find((one) => one.id === id);
            return theme
              ? [
                  <ColourChip key={id} colour={theme.colour} round={theme.area}>
                    {theme.title}
                  </ColourChip>,
                ]
              : [];
          })}
        </p>
        {children}
      </div>
      <div className="state">
        <ContributionStateWords state={state} />
        {colleague && <span className="text-soft">{colleague}</span>}
        {onEdit && (
          <button type="button" onClick={() => onEdit(contribution.id)}>
            Edit
            <span className="sr-only">
              {` the contribution of ${[otherDay, timeWords(contribution)].filter(Boolean).join(" ")}`}
            </span>
          </button>
        )}
      </div>
    </article>
  );
});
