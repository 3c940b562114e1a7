import { Form } from "@/components/ui/form/form";
import { Radios } from "@/components/ui/form/radios";
import { Select } from "@/components/ui/form/select";
import { Table } from "@/components/ui/table";
import { TextInput } from "@/components/ui/form/text-input";
import { FIELD_WORDS, IMPORT_FIELDS } from "@/lib/capture/import/columns";
import { FORMAT_WORDS, isTable } from "@/lib/capture/import/reading/format";
import type { FileRow } from "@/lib/capture/import/pieces";
import type { OneImport } from "@/lib/capture/import/queries/imports";
import { countOf } from "@/lib/platform/text/count-words";
import type { RoundtableSlugs } from "../../read-roundtable";
import { settleFileColumns } from "../actions";

type Props = { found: OneImport; rows: readonly FileRow[]; slugs: RoundtableSlugs };

const SHOWN = 90;
const cut = (text: string) => (text.length > SHOWN ? `${Array.from(text.slice(0, SHOWN)).join("")}…` : text);

/** The first rows of a chosen file, and what can be said about all of them. */
export function ColumnsForm({ found, rows, slugs }: Props) {
  const { columns, format } = found;
  const timed = rows.some(({ cells }) => (cells[columns.fields.indexOf("time")] ?? "").startsWith("+"));
  return (
    <>
      <p className="max-w-measure">
        {FORMAT_WORDS[format]} with {countOf(found.rows, "row")}.{" "}
        {isTable(format)
          ? "Choose what each column contains. Columns you leave out are not read."
          : "These are the first contributions we read from the file."}
      </p>
      {!isTable(format) && <FirstTurns rows={rows} />}
      <Form action={settleFileColumns.bind(null, slugs)} submitLabel="Continue" className="mt-6">
        <input type="hidden" name="importId" value={found.id} />
        {isTable(format) &&
          columns.header.map((title, column) => (
            <Select
              key={column}
              name={`column-${column}`}
              label={title === "" ? `Column ${column + 1}` : cut(title)}
              hint={firstValues(rows, column)}
              defaultValue={columns.fields[column] ?? ""}
              options={[
                { value: "", label: "Left out" },
                ...IMPORT_FIELDS.map((field) => ({ value: field, label: FIELD_WORDS[field] })),
              ]}
            />
          ))}
        <Radios
          name="wording"
          label="How were the words recorded?"
          hint={isTable(format) ? "This applies to rows that do not say." : undefined}
          defaultValue={columns.wording}
          options={[
            { value: "gist", label: "The gist", hint: "Somebody wrote down what was meant." },
            {
              value: "verbatim",
              label: "Word for word",
              hint: "As it was said: a transcript or a recording.",
            },
          ]}
        />
        {timed && (
          <TextInput
            name="startsAt"
            label="When did the recording start?"
            hint="For example, 14:30. Times in the file are counted from this."
            optional
            width="short"
            defaultValue={columns.startsAt ?? ""}
          />
        )}
      </Form>
    </>
  );
}

function firstValues(rows: readonly FileRow[], column: number): string {
  const values = rows.map(({ cells }) => (cells[column] ?? "").trim()).filter((value) => value !== "");
  return values.length > 0 ? `First: ${values.slice(0, 3).map(cut).join(" · ")}` : "Empty in the first rows";
}

function FirstTurns({ rows }: { rows: readonly FileRow[] }) {
  return (
    <div className="mt-5">
      <Table
        caption="First contributions"
        columns={[{ label: "Speaker" }, { label: "Words" }]}
        rows={rows.map(({ line, cells }) => ({
          key: String(line),
          cells: [cells[0] || "Not known", <span key="words">{cut(cells[1] ?? "")}</span>],
        }))}
      />
    </div>
  );
}
