import { z } from "zod";
import { backUp } from "./backup";
import type { ControlHandler } from "../embedded/lock";
import { log } from "../log/log";
import { restore } from "./restore";
import { wordsOfBackup, wordsOfRestore } from "./backup-words";

/**
 * What another process on this computer, under the same account, may ask of the process that holds the embedded
 * database, as one line of JSON. It sends the keys of its own environment, which need not be the holder's.
 */
const ControlRequest = z.discriminatedUnion("verb", [
  z.strictObject({
    verb: z.literal("backup"),
    file: z.string().min(1),
    protection: z.union([
      z.literal("plain"),
      z.strictObject({ passphrase: z.string().min(1) }),
      z.strictObject({ recipient: z.string().min(1) }),
    ]),
  }),
  z.strictObject({
    verb: z.literal("restore"),
    file: z.string().min(1),
    keys: z.strictObject({ passphrase: z.string().optional(), identity: z.string().optional() }),
  }),
]);
export type ControlRequest = z.infer<typeof ControlRequest>;

/** Does what is asked for, and says in words what was done. */
export async function carryOut(request: ControlRequest): Promise<string> {
  return request.verb === "backup"
    ? wordsOfBackup(await backUp(request.file, request.protection), request)
    : wordsOfRestore(await restore(request.file, request.keys), request.file);
}

/** The answer is `ok` and these words, or what went wrong. */
export const controlHandler: ControlHandler = async (line, socket) => {
  try {
    const request = ControlRequest.parse(JSON.parse(line));
    socket.end(`ok ${await carryOut(request)}`);
    log("info", "control.done", { request: request.verb });
  } catch (error) {
    socket.end(error instanceof Error ? error.message : String(error));
  }
};
