import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Whether LibreOffice is there, which reads Word documents as another program than Word does; the reason is printed if not. */
export function isOfficeInstalled(): boolean {
  const found = spawnSync("soffice", ["--version"]).status === 0;
  if (!found) console.log("Skipped: LibreOffice (soffice) is not installed.");
  return found;
}

/** What LibreOffice makes of a document: its own format in one file of XML. */
export function openedInOffice(docx: Uint8Array): string {
  const folder = mkdtempSync(path.join(tmpdir(), "office-"));
  try {
    writeFileSync(path.join(folder, "report.docx"), docx);
    const profile = `-env:UserInstallation=file://${path.join(folder, "profile")}`;
    const convert = ["--convert-to", "fodt", "--outdir", folder, path.join(folder, "report.docx")];
    execFileSync("soffice", [profile, "--headless", ...convert], { stdio: "ignore", timeout: 300_000 });
    return readFileSync(path.join(folder, "report.fodt"), "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
