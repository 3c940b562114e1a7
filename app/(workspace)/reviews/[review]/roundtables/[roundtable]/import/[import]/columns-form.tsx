import { Form } from "@/components/ui/form/form";
import { Radios } from "@/components/ui/form/radios";
import { Select } from "@/components/ui/form/select";
import { Table } from "@/components/ui/table";
import { TextInput } from "@/components/ui/form/text-input";
import { FIELD_WORDS, IMPORT_FIELDS, titleOf } from "@/lib/capture/import/columns";
import { isTable, type FileRow } from "@/lib/capture/import/reading/format";
import { NEW_QUESTION, type ColumnPlan } from "@/lib/capture/import/plan";
import type { Question } from "@/lib/capture/roundtable/roundtable";
import { countsFromStart, TIME_KIND_WORDS, TIME_KINDS } from "@/lib/capture/import/time/read-time";
import type { OneImport } from "@/lib/capture/import/queries/imports";
import type { RoundtableSlugs } from "../../read-roundtable";
import { settleFileColumns } from "../actions";

type Props = {
  found: OneImport;
  rows: readonly FileRow[];
  questions: readonly Question[];
  slugs: RoundtableSlugs;
};

const SHOWN = 90;
const cut = (text: string) => (text.length > SHOWN ? `${Array.from(text.slice(0, SHOWN)).join("")}…` : text);

/** The first rows of a chosen file, and what can be said about all of them. */
export function ColumnsForm({ found, rows, questions, slugs }: Props) {
  const { columns, format } = found;
  return (
    <section aria-labelledby="contents" className="mt-10">
      <h2 id="contents">{isTable(format) ? "What each column contains" : "What we found in it"}</h2>
      <p className="mt-2 max-w-measure">
        {isTable(format)
          ? "A column that you leave out is not read. Several columns may contain words: each becomes a contribution of its own, under its question."
          : "These are the first contributions we read from the file."}
      </p>
      {!isTable(format) && <FirstTurns rows={rows} />}
      <Form action={settleFileColumns.bind(null, slugs)} submitLabel="Continue" className="mt-6">
        <input type="hidden" name="importId" value={found.id} />
        <input type="hidden" name="basedOn" value={found.basedOn} />
        {isTable(format) &&
          columns.header.map((title, column) => (
            <Select
              key={column}
              name={`column-${column}`}
              label={title === "" ? `Column ${column + 1}` : cut(title)}
              hint={firstValues(rows, column)}
              defaultValue={choiceOf(columns, column)}
              options={choicesFor(columns, column, questions)}
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
        <Times found={found} />
      </Form>
    </section>
  );
}

/** What the times in the file are, and when a recording began: asked wherever a column could have times. */
function Times({ found: { columns, conclusions } }: { found: OneImport }) {
  const column = columns.fields.indexOf("time");
  const times = conclusions.times[column] ?? conclusions.times.find((one) => one !== null) ?? null;
  if (!times) return null;
  const likely = TIME_KINDS.filter((kind) => times.kinds.some((one) => one.kind === kind));
  return (
    <>
      <Select
        name="timeKind"
        label="What are the times in the file?"
        hint={`First: ${times.examples.join(" · ")}`}
        defaultValue={columns.timeKind ?? ""}
        options={[
          ...likely.map((kind) => ({ value: kind, label: TIME_KIND_WORDS[kind] })),
          { value: "", label: "Leave the times out" },
        ]}
      />
      {likely.some(countsFromStart) && (
        <TextInput
          name="startsAt"
          label="When did the recording start?"
          hint="For example, 14:30. Times since the start are counted from this."
          optional
          width="short"
          defaultValue={columns.startsAt ?? ""}
        />
      )}
    </>
  );
}

const QUESTION_SHOWN = 60;

function choiceOf({ fields, questions }: ColumnPlan, column: number): string {
  const [field, question] = [fields[column], questions[column]];
  return field === "text" && question ? `text:${question}` : (field ?? "");
}

/** What a column can contain: words under no question, a new one with its title, or one of the roundtable's. */
function choicesFor(columns: ColumnPlan, column: number, questions: readonly Question[]) {
  const short = (text: string) =>
    text.length > QUESTION_SHOWN ? `${Array.from(text.slice(0, QUESTION_SHOWN)).join("")}…` : text;
  return [
    { value: "", label: "Left out" },
    ...IMPORT_FIELDS.map((field) => ({ value: field as string, label: FIELD_WORDS[field] })),
    {
      value: `text:${NEW_QUESTION}`,
      label: `Words, new question “${short(titleOf(columns, column))}”`,
    },
    ...questions.map(({ id, position, text }) => ({
      value: `text:${id}`,
      label: `Words, question ${position} “${short(text)}”`,
    })),
  ];
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
