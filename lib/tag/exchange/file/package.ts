import { refusedFile } from "@/lib/capture/import/reading/limits";
import { DAMAGED, hasEnd, openZip } from "@/lib/capture/import/reading/open-zip";
import { Refusal } from "@/lib/platform/errors";
import { zipFile } from "@/lib/platform/parts/zip-file";
import { MAX_PROJECT_BYTES, TOO_LARGE } from "../format/limits";

export const NO_PROJECT = "This file is not a REFI-QDA project";
const PROJECT = "project.qde";
const SOURCES = "sources/";

/** The contents of a .qdpx: the project, and the bytes of its texts by file name in lower case. */
export type Package = { project: Uint8Array; texts: Map<string, Uint8Array> };

/**
 * A .qdpx: a ZIP of project.qde and a flat folder sources/ (REFI-QDA 1.5, section 8.1). The same contents
 * give the same bytes.
 */
export function pack(project: string, texts: ReadonlyMap<string, string>): Promise<Uint8Array<ArrayBuffer>> {
  const sources = [...texts].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipFile([
    { name: PROJECT, bytes: Buffer.from(project) },
    ...sources.map(([name, text]) => ({ name: `${SOURCES}${name}`, bytes: encoded(text) })),
  ]);
}

/**
 * UTF-8 without a byte order mark; a mark that belongs to the text is doubled, because readers remove the
 * first.
 */
function encoded(text: string): Uint8Array {
  return Buffer.from(text.startsWith("\uFEFF") ? `\uFEFF${text}` : text);
}

/** Normalises names, which programs write differently. */
const plainName = (name: string) => name.replaceAll("\\", "/").replace(/^\.\//, "").toLowerCase();
const isProject = (name: string) => /^[^/]+\.qde$/.test(plainName(name));
const isText = (name: string) => /^sources\/[^/]+\.txt$/.test(plainName(name));

/** Reads a .qdpx: the only .qde at its root, whatever its name and case. Other files stay compressed. */
export async function unpack(bytes: Uint8Array): Promise<Package> {
  if (bytes.length > MAX_PROJECT_BYTES) throw refusedFile(TOO_LARGE);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    throw refusedFile(`${NO_PROJECT}. A .qdpx project is a ZIP file.`);
  if (!hasEnd(bytes)) throw refusedFile("This REFI-QDA project is not complete. Export it again.");
  const entries = await inflated(bytes);
  const projects = [...entries.keys()].filter(isProject);
  const [project] = projects;
  if (project === undefined) throw refusedFile(`${NO_PROJECT}: there is no .qde file in it.`);
  if (projects.length > 1) throw refusedFile(`${NO_PROJECT}: there are several .qde files in it.`);
  const texts = [...entries].filter(([name]) => isText(name));
  return {
    project: entries.get(project) ?? new Uint8Array(),
    texts: new Map(texts.map(([name, text]) => [plainName(name).slice(SOURCES.length), text])),
  };
}

async function inflated(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  try {
    return await openZip(bytes, (name) => isProject(name) || isText(name));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw refusedFile(
      error.message === DAMAGED
        ? "This REFI-QDA project cannot be opened because it is damaged. Export it again."
        : "This REFI-QDA project cannot be opened because it unpacks to far more data than a project holds.",
    );
  }
}
