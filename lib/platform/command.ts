import { transaction, type Tx } from "./db";

/**
 * A write: `command(viewer, input)` runs it in its own transaction; `command.within(tx, viewer, input)` runs
 * it in an open one, so that a route can combine commands of several stages.
 */
export type Command<Viewer, Input, Result> = {
  (viewer: Viewer, input: Input): Promise<Result>;
  within(tx: Tx, viewer: Viewer, input: Input): Promise<Result>;
};

export function command<Viewer, Input, Result>(
  work: (tx: Tx, viewer: Viewer, input: Input) => Promise<Result>,
): Command<Viewer, Input, Result> {
  return Object.assign((viewer: Viewer, input: Input) => transaction((tx) => work(tx, viewer, input)), {
    within: work,
  });
}
