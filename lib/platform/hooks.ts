import type { Tx } from "./db";
import { oncePerProcess } from "./once";

/**
 * How an earlier stage reaches a later one without importing it: the earlier stage defines a hook and runs it
 * inside its transaction. One table, register-stages.ts, lists the handlers and their order.
 */
export type Hook<Event, Answer = void> = {
  /** Replaces the handlers: they run one after the other, in this order. */
  handledBy(handlers: Record<string, (tx: Tx, event: Event) => Promise<Answer>>): void;
  run(tx: Tx, event: Event): Promise<Answer[]>;
};

type Handler = (tx: Tx, event: never) => Promise<unknown>;
const registry = () => oncePerProcess("hooks", () => new Map<string, Map<string, Handler>>());

export function defineHook<Event, Answer = void>(name: string): Hook<Event, Answer> {
  const handlers = () => {
    const all = registry();
    const mine = all.get(name) ?? new Map<string, Handler>();
    all.set(name, mine);
    return mine as Map<string, (tx: Tx, event: Event) => Promise<Answer>>;
  };
  return {
    handledBy: (named) => {
      handlers().clear();
      for (const [name, handler] of Object.entries(named)) handlers().set(name, handler);
    },
    run: async (tx, event) => {
      const answers: Answer[] = [];
      for (const handler of handlers().values()) answers.push(await handler(tx, event));
      return answers;
    },
  };
}
