/** One who waits. Those who wait together stand in the order in which they asked. */
type Waiting<Asked, Answer> = {
  asked: Asked;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
};

/**
 * Makes a function that is asked one at a time from one that takes many: while one run is on its way, everybody who asks
 * waits for the next, and that one takes all of them, so that many share one statement and one commit. Nobody waits for
 * company: who asks while nothing runs is taken at once and alone. A run begins after each of its askers asked, and all
 * of them fail where it fails. `about` names what somebody asks about: who asks about one thing never waits for another.
 */
export function together<Asked, Answer>(
  atMost: number,
  work: (all: readonly Asked[]) => Promise<readonly Answer[]>,
  about: (asked: Asked) => string = () => "",
): (asked: Asked) => Promise<Answer> {
  /** Those who wait, by what they ask about; present while a run is on its way. */
  const queues = new Map<string, Waiting<Asked, Answer>[]>();

  async function run(key: string, waiting: Waiting<Asked, Answer>[]) {
    while (waiting.length > 0) {
      const taken = waiting.splice(0, atMost);
      try {
        const answers = await work(taken.map(({ asked }) => asked));
        if (answers.length !== taken.length)
          throw new Error(`${taken.length} were asked together, and ${answers.length} answered.`);
        for (const [index, answer] of answers.entries()) taken[index]?.resolve(answer);
      } catch (error) {
        for (const { reject } of taken) reject(error);
      }
    }
    queues.delete(key);
  }

  return (asked) =>
    new Promise((resolve, reject) => {
      const key = about(asked);
      const queue = queues.get(key);
      const waits = { asked, resolve, reject };
      if (queue) return void queue.push(waits);
      const begun = [waits];
      queues.set(key, begun);
      void run(key, begun);
    });
}
