import { z } from "zod";
import { WAITING_FORMAT } from "./waiting-name";

/** The earlier name. Such files are still imported. */
const WAITING_FORMAT_1 = "npq-review waiting lines 1";
const ANY_VERSION = /^npq-review waiting (contributions|lines) /;

const kept = z.array(z.record(z.string(), z.unknown()));

export const WaitingFile = z.union([
  z.object({ format: z.literal(WAITING_FORMAT), roundtable: z.string(), contributions: kept }),
  z
    .object({ format: z.literal(WAITING_FORMAT_1), roundtable: z.string(), lines: kept })
    .transform(({ roundtable, lines }) => ({ format: WAITING_FORMAT, roundtable, contributions: lines })),
]);

/** Whether a JSON file declares that it holds contributions that waited on a device, in any version. */
export function isWaiting(json: unknown): boolean {
  const format: unknown = typeof json === "object" && json !== null ? Reflect.get(json, "format") : null;
  return typeof format === "string" && ANY_VERSION.test(format);
}
