import type { Tx } from "@/lib/platform/db";
import { addQuestions } from "@/lib/capture/roundtable/commands/change-roundtable";
import { titleOf } from "../columns";
import { NEW_QUESTION, type ColumnPlan } from "../plan";

/** The plan with a question of the roundtable for each column that asks for a new one, made from the column's title. */
export async function withQuestions(tx: Tx, roundtableId: string, plan: ColumnPlan): Promise<ColumnPlan> {
  const titles = plan.questions.flatMap((question, column) =>
    question === NEW_QUESTION ? [titleOf(plan, column)] : [],
  );
  if (titles.length === 0) return plan;
  const before = await textsOf(tx, roundtableId);
  const fresh = [...new Set(titles)].filter((title) => !before.has(title.toLowerCase()));
  await addQuestions(tx, roundtableId, fresh);
  const now = await textsOf(tx, roundtableId);
  const questions = plan.questions.map((question, column) =>
    question === NEW_QUESTION ? (now.get(titleOf(plan, column).toLowerCase()) ?? null) : question,
  );
  return { ...plan, questions };
}

async function textsOf(tx: Tx, roundtableId: string): Promise<Map<string, string>> {
  const questions = await tx.question.findMany({ where: { roundtableId }, select: { id: true, text: true } });
  return new Map(questions.map(({ id, text }) => [text.toLowerCase(), id]));
}
