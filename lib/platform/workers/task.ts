import { Refusal } from "../errors";

/** A plain function whose input and result can be cloned from one thread to another. */
export type Work = (...input: never[]) => unknown;

/** What worker threads do, by name. `Does` is the function's type, the only thing known of it here. */
export type WorkerTask<Does extends Work> = {
  name: string;
  /** The time limit, counted from when it gets a thread; then it is stopped. */
  limitMs: number;
  /** How long it may wait for a thread, where that is not as long as somebody waits for a page. */
  waitMs?: number;
  /** The message for whoever waits for it when it was stopped; absent where that is a fault of ours. */
  tooLong?: () => Refusal;
  /** Never set. */
  does?: Does;
};

export function workerTask<Does extends Work>(
  name: string,
  options: Pick<WorkerTask<Does>, "limitMs" | "tooLong" | "waitMs">,
): WorkerTask<Does> {
  return { name, ...options };
}

/**
 * The request to a thread, and its answer: the class of an error does not survive the transfer between
 * threads.
 */
export type Asked = { name: string; input: unknown[] };
export type Answer =
  | { result: unknown }
  | { refusal: { kind: Refusal["kind"]; message: string; fieldErrors: Record<string, string> } };

/** A task with its function, for the table that threads load. */
export function does<Does extends Work>({ name }: WorkerTask<Does>, work: Does): readonly [string, Work] {
  return [name, work];
}

/** In a thread: runs the requested task. Nothing is kept from one task to the next. */
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
 * A regular expression keeps the last text that it matched (`RegExp.input`) until another one matches: in an
 * idle thread that would be somebody's words.
 */
function forgetLastMatch(): void {
  /^/.exec("");
}
