import { STANCE_ORDER, type Stance } from "@/lib/capture/contribution/stance";

/** What was said of a theme on a contribution: the stances under which it is there, none where it is not. */
type Answer = readonly Stance[];

const AGREE = "agree:";

/** How a form names the answer of a coder, such as "agree:strength,ask". */
export function answerValue(stances: Answer): string {
  return AGREE + STANCE_ORDER.filter((stance) => stances.includes(stance)).join();
}

/** The stances of such a name; anything else is given back as it is. */
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

/** The answers that coders gave, each once with the names of those who gave it, in the order of the coders. */
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
