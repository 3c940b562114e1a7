import { Select } from "@/components/ui/form/select";
import type { Question, RoundtableTitle } from "@/lib/capture/roundtable/roundtable";
import { choiceWords, type Theme } from "@/lib/tag/codebook/theme";

type Props = {
  /** The chosen values, as the address names them. */
  chosen: { roundtable?: string | undefined; question?: string | undefined; theme?: string | undefined };
  roundtables: readonly RoundtableTitle[];
  questions: readonly Question[];
  themes: readonly Pick<Theme, "slug" | "title" | "parentId" | "retired">[];
};

/** Roundtable, question and theme, by which every list of contributions can be narrowed. */
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
