"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { Definitions, type ReadMeanings } from "@/components/tag/codebook/definitions";
import { ContributionWords } from "@/components/tag/coding/contribution-words";
import type { ContributionInWords } from "@/components/tag/coding/shown-contribution";
import { Textarea } from "@/components/ui/form/textarea";
import { themeKeys } from "@/lib/tag/coding/keys";
import { toggleChoice } from "@/lib/tag/rounds/round-choices";
import type { Theme } from "@/lib/tag/codebook/theme";
import { StanceKeys } from "./stance-keys";
import { ThemeStances } from "./theme-stances";
import { useRoundChoices } from "./use-round-choices";
import { useRoundKeys } from "./use-round-keys";

type Props = {
  contribution: ContributionInWords;
  question: string | null;
  themes: readonly Theme[];
  /** "theme id:stance" for what the coder has set on the contribution so far. */
  set: readonly string[];
  memo: string;
  /** Whether the coder came from another contribution of the round: then the keys work at once. */
  focused: boolean;
};

/**
 * A contribution of a round with everything that a coder may set on it, inside the form that saves it. Single
 * keys act while the contribution itself or one of its boxes has the focus, and never while the memo is typed
 * (WCAG 2.1.4).
 */
export function CodingFields({ contribution, question, themes, focused, set, memo }: Props) {
  const card = useRef<HTMLDivElement>(null);
  const [defining, setDefining] = useState(false);
  const keys = themeKeys(themes.map(({ id }) => id));
  const choices = useRoundChoices({ themes, set });
  const define = () => setDefining(true);
  const readMeanings = useCallback<ReadMeanings>(
    () => Promise.resolve({ ok: true, found: themes.filter(({ retired }) => !retired) }),
    [themes],
  );
  const press = useRoundKeys({ card, choices, keys, set, memo, defining, define });
  const { chosen, last, status, choose } = choices;

  useEffect(() => {
    if (focused) card.current?.focus();
  }, [focused]);

  return (
    <div
      ref={card}
      tabIndex={0}
      role="group"
      aria-label="The contribution and its themes"
      onKeyDown={press}
      className="grid gap-x-10 gap-y-6 p-1 lg:grid-cols-2 xl:grid-cols-[minmax(0,1fr)_46.5rem] xl:gap-x-6"
    >
      <div className="grid content-start gap-5 lg:sticky lg:top-4 lg:self-start">
        <div>
          {question && <p className="mb-2 max-w-measure text-meta text-soft">{question}</p>}
          <ContributionWords contribution={contribution} where={contribution.where} />
        </div>
        <Textarea
          name="memo"
          label="Memo"
          hint="What made you hesitate?"
          optional
          rows={2}
          limit={2000}
          defaultValue={memo}
        />
      </div>
      <div>
        <StanceKeys />
        <p role="status" className="min-h-6 text-sm text-soft">
          {status}
        </p>
        {themes.map((theme) => (
          <ThemeStances
            key={theme.id}
            theme={theme}
            shortcut={keys.get(theme.id)}
            current={theme.id === last}
            chosen={chosen}
            onToggle={(choice) => choose(toggleChoice(chosen, choice), theme.id)}
          />
        ))}
      </div>
      <Definitions read={readMeanings} keys={keys} open={defining} onClose={() => setDefining(false)} />
    </div>
  );
}
