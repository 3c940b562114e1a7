import { db } from "@/lib/platform/db";
import { guessFields, isQuestion, titleOf, type ImportField } from "../columns";
import { rowsOf } from "../pieces";
import { ColumnPlan, NEW_QUESTION } from "../plan";
import type { ReadPieces } from "../read-pieces";
import { isTable, isTranscript, TURN_COLUMNS } from "../reading/format";
import { shapeOf } from "../reading/shape";

/** How many rows are read to guess what the columns hold. */
const FIRST = 50;

type Place = { reviewId: string; questions: readonly { id: string; text: string }[] };

/** What the columns of such a file held the last time, or what they seem to hold. */
export async function planOf(place: Place, read: ReadPieces): Promise<ColumnPlan> {
  const { format, header } = read.file;
  const { times } = read.conclusions;
  const rest = { header, wording: isTranscript(format) ? ("verbatim" as const) : ("gist" as const) };
  const kindOf = (fields: readonly (ImportField | null)[]) =>
    times[fields.indexOf("time")]?.kinds[0]?.kind ?? null;
  if (!isTable(format)) {
    const fields = [...TURN_COLUMNS];
    return ColumnPlan.parse({ ...rest, fields, timeKind: kindOf(fields), settled: format === "waiting" });
  }
  const isNamed = header.some((title) => title !== "");
  const known =
    isNamed &&
    (await db().importShape.findUnique({
      where: { reviewId_shape: { reviewId: place.reviewId, shape: shapeOf(format, header) } },
      select: { mapping: true },
    }));
  const remembered = ColumnPlan.safeParse(known ? known.mapping : undefined);
  const first = read.pieces[0] ? rowsOf(read.pieces[0].bytes).filter(({ out }) => out === undefined) : [];
  const cells = first.slice(0, FIRST).map((row) => row.cells);
  const found =
    remembered.success && remembered.data.fields.length === header.length ? remembered.data : null;
  const isTime = (column: number) => !!times[column];
  const fields =
    found?.fields.map((field, column) => (field === "time" && !isTime(column) ? null : field)) ??
    guessFields(header, cells, isTime);
  const several = fields.filter((field) => field === "text").length > 1;
  const questions = header.map((title, column) => {
    if (fields[column] !== "text") return null;
    const text = titleOf({ header }, column).toLowerCase();
    const there = place.questions.find((question) => question.text.toLowerCase() === text);
    const asked = found ? found.questions[column] !== null : several && isQuestion(title);
    return asked ? (there?.id ?? NEW_QUESTION) : null;
  });
  return {
    ...ColumnPlan.parse({ ...found, ...rest, ...(found && { wording: found.wording }) }),
    fields,
    questions,
    timeKind: kindOf(fields),
    settled: false,
  };
}
