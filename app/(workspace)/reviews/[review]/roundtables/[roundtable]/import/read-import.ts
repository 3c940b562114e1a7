import { redirect } from "next/navigation";
import { forPage } from "@/lib/access/page";
import { getImport } from "@/lib/capture/import/queries/imports";
import { readRoundtable, roundtableHref, type RoundtableSlugs } from "../read-roundtable";

/** What each page about one import reads first. */
export async function readImport(params: Promise<RoundtableSlugs & { import: string }>) {
  const { import: importId } = await params;
  const read = await readRoundtable(params);
  const found = await forPage(getImport(read.viewer, read.roundtable.id, importId));
  const home = { label: "Import", href: roundtableHref(read.slugs, "import") };
  const href = (rest = "") => roundtableHref(read.slugs, `import/${found.id}${rest}`);
  return { ...read, found, href, crumbs: [...read.crumbs, home] };
}

/** The same for a step before the confirmation; later it redirects to the result. */
export async function readStep(params: Promise<RoundtableSlugs & { import: string }>) {
  const read = await readImport(params);
  if (read.found.state !== "chosen") redirect(read.href());
  return read;
}
