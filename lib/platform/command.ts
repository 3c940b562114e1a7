import { transaction, type Tx } from "./db";

/**
 * A write: `command(viewer, input)` runs it in a transaction of its own; `command.within(tx, viewer, input)`
 * in one that is open already, so that a route can compose what spans stages.
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
