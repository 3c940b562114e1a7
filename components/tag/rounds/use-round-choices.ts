import { useState } from "react";
import { shownChoices } from "@/components/ui/form/form-values";
import { useForm } from "@/components/ui/form/form-context";
import { STANCES } from "@/lib/capture/contribution/stance";
import type { Theme } from "@/lib/tag/codebook/theme";
import { stancesOf } from "@/lib/tag/rounds/round-choices";

type Props = { themes: readonly Theme[]; set: readonly string[] };

/** The themes and stances that a coder has chosen so far, which theme came last, and the message about it. */
export function useRoundChoices({ themes, set }: Props) {
  const form = useForm();
  const [chosen, setChosen] = useState(() => [...shownChoices(form.state, "themes", set)]);
  const [last, setLast] = useState<string | null>(null);
  const [status, setStatus] = useState("");

  function choose(next: string[], themeId: string) {
    const stances = stancesOf(next, themeId).map((stance) => STANCES[stance].word.toLowerCase());
    setChosen(next);
    setLast(themeId);
    const title = themes.find(({ id }) => id === themeId)?.title ?? "";
    setStatus(`${title}: ${stances.length === 0 ? "not on this contribution" : stances.join(", ")}`);
  }

  return { chosen, last, status, setStatus, choose };
}

export type RoundChoices = ReturnType<typeof useRoundChoices>;
