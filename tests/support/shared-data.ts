import { existsSync } from "node:fs";
import path from "node:path";

/** Real test data that is not part of the project: next to the checkout, or where SHARED_DATA says. */
const FOLDER = process.env.SHARED_DATA ?? path.join(process.cwd(), "..", "shared", "data");

/** The path of one of its files; null, with the reason printed, where it is absent. */
export function sharedFile(name: string): string | null {
  const file = path.join(FOLDER, name);
  if (existsSync(file)) return file;
  console.log(`Skipped: ${name} is not there. Set SHARED_DATA to the folder of the shared test data.`);
  return null;
}
