import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";

/** An answer about a theme on a contribution: the stances with which it is there, empty where it is not. */
type Answer = readonly Stance[];

const AGREE = "agree:";

/** The name of a coder's answer in a form, such as "agree:strength,ask". */
export function answerValue(stances: Answer): string {
  return AGREE + STANCE_ORDER.filter((stance) => stances.includes(stance)).join();
}

/** The stances in such a name; any other value is returned as it is. */
export function readAnswer(value: unknown): unknown {
  if (typeof value !== "string" || !value.startsWith(AGREE)) return value;
  return value
    .slice(AGREE.length)
    .split(",")
    .filter((stance) => stance !== "");
}

export function isSameAnswer(a: Answer, b: Answer): boolean {
  return answerValue(a) === answerValue(b);
}

/** The coders' answers, each once with the names of the coders who gave it, in the order of the coders. */
export function answersOf(
  choices: readonly { name: string; stances: Answer }[],
): { names: string[]; stances: Answer }[] {
  const answers: { names: string[]; stances: Answer }[] = [];
  for (const { name, stances } of choices) {
    const same = answers.find((answer) => isSameAnswer(answer.stances, stances));
    if (same) same.names.push(name);
    else answers.push({ names: [name], stances });
  }
  return answers;
}
