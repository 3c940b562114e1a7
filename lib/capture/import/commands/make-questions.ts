import type { Tx } from "@/lib/platform/db";
import { invalid } from "@/lib/platform/errors";
import { MAX_QUESTIONS } from "@/lib/capture/roundtable/roundtable";
import { addQuestions } from "@/lib/capture/roundtable/commands/change-roundtable";
import { titleOf } from "../columns";
import { NEW_QUESTION, type ColumnPlan } from "../plan";

/** The ids of the questions that it makes, and the plan with a question of the roundtable for each column that asks for a new one, made from the column's title. */
export async function withQuestions(
  tx: Tx,
  roundtableId: string,
  plan: ColumnPlan,
): Promise<{ plan: ColumnPlan; made: string[] }> {
  const titles = plan.questions.flatMap((question, column) =>
    question === NEW_QUESTION ? [titleOf(plan, column)] : [],
  );
  if (titles.length === 0) return { plan, made: [] };
  const before = await textsOf(tx, roundtableId);
  const fresh = titles.filter((title) => !before.has(title.toLowerCase()));
  if (fresh.length > 0 && before.size + fresh.length > MAX_QUESTIONS)
    throw invalid(
      `A roundtable has ${MAX_QUESTIONS} questions or fewer, and this import would make them ${before.size + fresh.length}. Go back, and choose “Words” for some columns.`,
    );
  await addQuestions(tx, roundtableId, fresh);
  const now = await textsOf(tx, roundtableId);
  const questions = plan.questions.map((question, column) =>
    question === NEW_QUESTION ? (now.get(titleOf(plan, column).toLowerCase()) ?? null) : question,
  );
  const made = [...now.values()].filter((id) => ![...before.values()].includes(id));
  return { plan: { ...plan, questions }, made };
}

async function textsOf(tx: Tx, roundtableId: string): Promise<Map<string, string>> {
  const questions = await tx.question.findMany({ where: { roundtableId }, select: { id: true, text: true } });
  return new Map(questions.map(({ id, text }) => [text.toLowerCase(), id]));
}
