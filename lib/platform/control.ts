import { backUp, restore } from "./backup";
import type { ControlHandler } from "./embedded/lock";
import { log } from "./log";

/**
 * What another process on this computer, under the same account, may ask of the process that holds the
 * embedded database: `backup PATH` and `restore PATH`. The answer is `ok ROWS`, or what went wrong.
 */
export const controlHandler: ControlHandler = async (request, socket) => {
  const [verb, ...rest] = request.split(" ");
  const file = rest.join(" ");
  try {
    if (verb === "backup") socket.end(`ok ${await backUp(file)}`);
    else if (verb === "restore") socket.end(`ok ${await restore(file)}`);
    else socket.end("This is not something that can be asked for.");
    log("info", "control.done", { request: verb ?? "" });
  } catch (error) {
    socket.end(error instanceof Error ? error.message : String(error));
  }
};
