import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { Checkboxes } from "@/components/ui/form/checkboxes";
import { Radios } from "@/components/ui/form/radios";
import { Select } from "@/components/ui/form/select";
import { countOf } from "@/lib/platform/text/count-words";
import type { FrameworkMatrix } from "@/lib/synthesise/matrix/queries/framework-matrix";
import type { MatrixSelection } from "@/lib/synthesise/matrix/selection";
import { choiceWords } from "@/lib/tag/codebook/theme";

type Props = { matrix: FrameworkMatrix; selection: MatrixSelection; home: string };

/** Which rows and columns are shown. What is chosen is in the address. */
export function ChoosePart({ matrix, selection, home }: Props) {
  const { kind, rows, columns, offered, roundtables, roundtable } = matrix;
  const what =
    kind === "people" ? countOf(rows.length, "person", "people") : countOf(rows.length, "roundtable");
  return (
    <div className="print:hidden">
      <Details summary={`${what} by ${countOf(columns.length, "theme")}. Choose rows and themes`}>
        <form action={home} role="search" aria-label="Part of the matrix" key={JSON.stringify(selection)}>
          <div className="grid gap-6">
            <Radios
              name="rows"
              label="Rows"
              defaultValue={kind}
              options={[
                { value: "people", label: "People", hint: "A person at several roundtables is one row." },
                { value: "roundtables", label: "Roundtables" },
              ]}
            />
            <Select
              name="roundtable"
              label="Only from one roundtable"
              optional
              hint="The people who were there, with everything that they said at any roundtable."
              defaultValue={roundtable?.slug ?? ""}
              placeholder="All roundtables"
              options={roundtables.map(({ slug, title }) => ({ value: slug, label: title }))}
            />
            <Checkboxes
              name="theme"
              label="Themes as columns"
              hint="If you choose none, the matrix has all themes that are in use, without DfE’s areas."
              defaultValue={columns.map(({ slug }) => slug)}
              options={offered.map((theme) => ({
                value: theme.slug,
                label: `${choiceWords(theme)}${theme.axis === "area" ? " (DfE area)" : ""}`,
              }))}
            />
          </div>
          <Button type="submit" className="mt-5">
            Show
          </Button>
        </form>
      </Details>
    </div>
  );
}
