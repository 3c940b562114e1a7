import Form from "next/form";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { Question } from "@/lib/capture/roundtable";
import type { Theme } from "@/lib/tag/theme";
import { z } from "zod";

const optionalId = z.uuid().optional().catch(undefined);

const Filters = z.object({
  untagged: z
    .literal("yes")
    .transform(() => true)
    .optional()
    .catch(undefined),
  theme: optionalId,
  question: optionalId,
  after: optionalId,
  line: optionalId,
});
export type Filters = z.infer<typeof Filters>;

/** What the address says; anything it cannot mean counts as not said. */
export function readFilters(searchParams: unknown): Filters {
  return Filters.parse(searchParams);
}

/** The address of this page with those filters; which line is open is no part of it. */
export function addressWith(path: string, { untagged, theme, question, after }: Filters): string {
  const query = new URLSearchParams({
    ...(untagged ? { untagged: "yes" } : {}),
    ...(theme ? { theme } : {}),
    ...(question ? { question } : {}),
    ...(after ? { after } : {}),
  }).toString();
  return query === "" ? path : `${path}?${query}`;
}

type Props = { filters: Filters; themes: readonly Theme[]; questions: readonly Question[] };

export function LineFilters({ filters, themes, questions }: Props) {
  return (
    <Form
      action=""
      className="grid grid-cols-2 items-end gap-4 border-y border-line py-4 sm:grid-cols-[repeat(3,minmax(0,1fr))_auto] print:hidden"
    >
      <Select
        name="untagged"
        label="Lines"
        defaultValue={filters.untagged ? "yes" : ""}
        placeholder="All lines"
        options={[{ value: "yes", label: "Without a theme" }]}
      />
      <Select
        name="theme"
        label="Theme"
        defaultValue={filters.theme ?? ""}
        placeholder="Any theme"
        options={themes.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Select
        name="question"
        label="Question"
        defaultValue={filters.question ?? ""}
        placeholder="Any question"
        options={questions.map(({ id, position, text }) => ({ value: id, label: `${position}. ${text}` }))}
      />
      <Button type="submit" variant="quiet">
        Show
      </Button>
    </Form>
  );
}
