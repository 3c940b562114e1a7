import { Checkboxes } from "@/components/ui/form/checkboxes";
import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form/form";
import { Select } from "@/components/ui/form/select";
import { SummaryList } from "@/components/ui/summary-list";
import type { OneImport } from "@/lib/capture/import/queries/imports";
import type { Conclusions } from "@/lib/capture/import/reading/conclusions";
import { FORMAT_WORDS, isTable } from "@/lib/capture/import/reading/format";
import { SEPARATORS, type Separator } from "@/lib/capture/import/reading/table/judge-separator";
import { sliceCodePoints } from "@/lib/platform/text/code-points";
import { countOf } from "@/lib/platform/text/count-words";
import type { RoundtableSlugs } from "../../read-roundtable";
import { readFileAgain } from "../actions";

const SEPARATOR_WORDS: Record<Separator, string> = {
  ",": "a comma",
  ";": "a semicolon",
  "\t": "a tab",
  "|": "a vertical bar",
};

type Props = { found: OneImport; slugs: RoundtableSlugs };

/** What was concluded about a file from its beginning, and a form to have it read otherwise. */
export function HowItWasRead({ found, slugs }: Props) {
  const { conclusions } = found;
  const choices = conclusions.formats.length + conclusions.sheets.length + conclusions.beginning.length;
  return (
    <section aria-labelledby="read-as">
      <h2 id="read-as">How we read this file</h2>
      <div className="mt-3">
        <SummaryList rows={concluded(found)} />
      </div>
      {choices > 0 && (
        <div className="mt-3">
          <Details summary="Read it in another way" open={isUnusual(conclusions)}>
            <Form
              action={readFileAgain.bind(null, slugs)}
              submitLabel="Read the file again"
              submitVariant="quiet"
            >
              <input type="hidden" name="importId" value={found.id} />
              <input type="hidden" name="basedOn" value={found.basedOn} />
              <Choices found={found} />
            </Form>
          </Details>
        </div>
      )}
    </section>
  );
}

/** Where somebody should look at what was concluded. */
function isUnusual({ sheets, headerLine, firstLine, encodings, unreadable }: Conclusions): boolean {
  const moved = headerLine !== null && (headerLine !== 1 || (firstLine ?? 2) > 2);
  return moved || sheets.length > 1 || encodings.length > 1 || unreadable > 0;
}

function concluded({ format, rows, conclusions }: OneImport) {
  const { encoding, unreadable, separator, sheets, headerLine, firstLine } = conclusions;
  const separated = separator && `, its columns separated by ${SEPARATOR_WORDS[separator]}`;
  const [taken, left] = [true, false].map((is) => sheets.filter((sheet) => sheet.taken === is));
  return [
    { key: "Read as", value: `${FORMAT_WORDS[format]}${separated ?? ""}` },
    ...(encoding === null ? [] : [{ key: "Encoding", value: encodingWords(encoding, unreadable) }]),
    ...(sheets.length > 1
      ? [
          { key: "Sheets", value: (taken ?? []).map(({ name }) => name).join(", ") },
          { key: "Sheets left out", value: (left ?? []).map(sheetWords).join(", ") || "None" },
        ]
      : []),
    ...(headerLine === null
      ? []
      : [
          {
            key: "Lines",
            value: `${headerLine === 0 ? "No line names the columns" : `Line ${headerLine} names the columns`}; line ${firstLine ?? headerLine + 1} is the first row`,
          },
        ]),
    { key: isTable(format) ? "Rows" : "Contributions", value: rows.toLocaleString("en-GB") },
  ];
}

function encodingWords(encoding: string, unreadable: number): string {
  if (unreadable === 0) return encoding;
  return `${encoding}. ${countOf(unreadable, "character")} could not be read, shown as \uFFFD.`;
}

const LABEL = 90;
const cutShort = (label: string) => (label.length > LABEL ? `${sliceCodePoints(label, 0, LABEL)}…` : label);

const sheetWords = ({ name, hidden, rows }: Conclusions["sheets"][number]) =>
  `${name} (${hidden ? "hidden, " : ""}${countOf(rows, "row")})`;

function Choices({ found: { format, conclusions } }: { found: OneImport }) {
  const { formats, encoding, encodings, separator, sheets, headerLine, firstLine, beginning } = conclusions;
  const lines = beginning.map(({ line, cells }) => ({
    value: String(line),
    label: cutShort(`Line ${line}: ${cells.filter((cell) => cell !== "").join(" · ")}`),
  }));
  return (
    <>
      {formats.length > 0 && (
        <Select
          name="format"
          label="What kind of file is it?"
          defaultValue={format}
          options={[format, ...formats].map((one) => ({ value: one, label: FORMAT_WORDS[one] }))}
        />
      )}
      {encoding !== null && encodings.length > 1 && (
        <Select
          name="encoding"
          label="Which of these looks right?"
          hint="Characters such as £ and ’ are written differently in different encodings."
          defaultValue={encoding}
          options={encodings.map((one) => ({ value: one.encoding, label: `${one.encoding}: ${one.sample}` }))}
        />
      )}
      {separator !== null && (
        <Select
          name="separator"
          label="What separates the columns?"
          defaultValue={separator}
          options={SEPARATORS.map((sign) => ({ value: sign, label: SEPARATOR_WORDS[sign] }))}
        />
      )}
      {sheets.length > 1 && (
        <Checkboxes
          name="sheets"
          label="Which sheets contain contributions?"
          hint="Columns of several sheets are put together by their titles."
          defaultValue={sheets.flatMap(({ taken }, at) => (taken ? [String(at)] : []))}
          options={sheets.map(({ name, hidden, rows }, at) => ({
            value: String(at),
            label: name,
            hint: `${hidden ? "Hidden. " : ""}${countOf(rows, "row")}`,
          }))}
        />
      )}
      {headerLine !== null && (
        <>
          <Select
            name="headerLine"
            label="Which line names the columns?"
            defaultValue={String(headerLine)}
            options={[{ value: "0", label: "No line" }, ...lines]}
          />
          <Select
            name="firstLine"
            label="Which line is the first row?"
            hint="Lines above it are left out."
            defaultValue={String(firstLine ?? "")}
            options={lines}
          />
        </>
      )}
    </>
  );
}
