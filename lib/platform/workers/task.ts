import { Refusal } from "../errors";

/** A plain function whose input and result can be cloned from one thread to another. */
export type Work = (...input: never[]) => unknown;

/** What worker threads do under a name. `Does` is the function that does it, known here by its type alone. */
export type WorkerTask<Does extends Work> = {
  name: string;
  /** From the moment it has a thread; then it is stopped. */
  limitMs: number;
  /** What to tell whoever waits for it when it was stopped; left out where that is a fault of ours. */
  tooLong?: () => Refusal;
  /** Never set. */
  does?: Does;
};

export function workerTask<Does extends Work>(
  name: string,
  options: Pick<WorkerTask<Does>, "limitMs" | "tooLong">,
): WorkerTask<Does> {
  return { name, ...options };
}

/** What a thread is asked, and what it answers: a class does not survive the way between threads. */
export type Asked = { name: string; input: unknown[] };
export type Answer =
  | { result: unknown }
  | { refusal: { kind: Refusal["kind"]; message: string; fieldErrors: Record<string, string> } };

/** A task with the function that does it, for the table that threads load. */
export function does<Does extends Work>({ name }: WorkerTask<Does>, work: Does): readonly [string, Work] {
  return [name, work];
}

/** In a thread: runs what it is asked for. Nothing is kept from one task to the next. */
export function answering(tasks: readonly (readonly [string, Work])[]) {
  const works = new Map(tasks);
  return async ({ name, input }: Asked): Promise<Answer> => {
    const work = works.get(name);
    if (!work) throw new Error(`No task is called ${name}.`);
    try {
      return { result: await Reflect.apply(work, null, input) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { kind, message, fieldErrors } = error;
      return { refusal: { kind, message, fieldErrors } };
    } finally {
      forgetLastMatch();
    }
  };
}

/**
 * A regular expression leaves the last text that it matched behind (`RegExp.input`), for as long as no other one
 * matches: in a thread that waits, that would be somebody's words.
 */
function forgetLastMatch(): void {
  /^/.exec("");
}
