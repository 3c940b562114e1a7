import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { ExportedVersion } from "../exported";
import { typstSource } from "./typst-source";

/** What Typst says of a character that no font has. */
const NO_GLYPH = /the text `"((?:\\.|[^"\\])*)"` could not be displayed/g;
/** After so many times the characters are not the trouble. */
const TRIES = 4;

/**
 * A version as a tagged PDF that meets PDF/UA-1 (ISO 14289-1): the compiler refuses one that does not, for want of a title
 * or an alternative text, or because a level of headings is left out. Throws what it says.
 */
export function typesetPdf(version: ExportedVersion, annotated: boolean): Uint8Array<ArrayBuffer> {
  const compiler = NodeCompiler.create();
  const missing = new Set<string>();
  try {
    for (let tries = 1; ; tries++) {
      const source = typstSource(version, annotated, missing);
      try {
        const pdf = compiler.pdf({ mainFileContent: source }, { pdfStandard: "ua-1", pdfTags: true });
        return Uint8Array.from(pdf);
      } catch (error) {
        const found = missingIn(error);
        if (found.length === 0 || tries === TRIES) throw error;
        for (const sign of found) missing.add(sign);
      }
    }
  } finally {
    // It keeps what it has compiled, which is people's words.
    compiler.evictCache(0);
  }
}

function missingIn(error: unknown): string[] {
  const said = error instanceof Error ? error.message : String(error);
  return [...said.matchAll(NO_GLYPH)].flatMap(([, text = ""]) =>
    Array.from(
      text.replace(/\\u\{([0-9a-f]+)\}/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16))),
    ),
  );
}
