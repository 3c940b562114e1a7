import { Select } from "@/components/ui/form/select";
import type { Question, RoundtableTitle } from "@/lib/capture/roundtable/roundtable";
import { choiceWords, type Theme } from "@/lib/tag/codebook/theme";

type Props = {
  /** What is chosen, as the address names it. */
  chosen: { roundtable?: string | undefined; question?: string | undefined; theme?: string | undefined };
  roundtables: readonly RoundtableTitle[];
  questions: readonly Question[];
  themes: readonly Theme[];
};

/**
 * Where a contribution was said, what it answers, and its theme: what every list of contributions can be
 * narrowed by.
 */
export function ContributionFilterFields({ chosen, roundtables, questions, themes }: Props) {
  return (
    <>
      <Select
        name="roundtable"
        label="Roundtable"
        placeholder="All"
        options={roundtables.map(({ slug, title }) => ({ value: slug, label: title }))}
        defaultValue={chosen.roundtable ?? ""}
      />
      {questions.length > 0 && (
        <Select
          name="question"
          label="Question"
          placeholder="All"
          options={questions.map(({ id, position, text }) => ({ value: id, label: `${position}. ${text}` }))}
          defaultValue={chosen.question ?? ""}
        />
      )}
      <Select
        name="theme"
        label="Theme"
        placeholder="Any"
        options={themes.map((theme) => ({ value: theme.slug, label: choiceWords(theme) }))}
        defaultValue={chosen.theme ?? ""}
      />
    </>
  );
}
