import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { ExportedVersion } from "../exported";
import { typstSource } from "./typst-source";
import { BEYOND_LATIN, NONE_MISSING, type Missing } from "./typst-text";

/** What Typst says of a character that no font has. The message is a string within a string, hence the escapes. */
const NO_GLYPH = /the text `\\?"((?:(?!\\?"`).)*)\\?"` could not be displayed/gu;
/** Looking for characters that are missing ends; then everything that could be is written by its code. */
const TRIES = 3;

/** One a thread: to make another would read the fonts of the system again, a fifth of the time that a file takes. */
let kept: NodeCompiler | undefined;

/**
 * A version as a tagged PDF that meets PDF/UA-1 (ISO 14289-1): the compiler refuses one that does not, for want of a title
 * or of a glyph, or because a level of headings is left out. Throws what it says, without the report's words.
 */
export function typesetPdf(version: ExportedVersion, annotated: boolean): Uint8Array<ArrayBuffer> {
  const compiler = (kept ??= NodeCompiler.create());
  const found = new Set<string>();
  let missing: Missing = NONE_MISSING;
  try {
    for (let tries = 1; ; tries++) {
      const source = typstSource(version, annotated, missing);
      try {
        const pdf = compiler.pdf({ mainFileContent: source }, { pdfStandard: "ua-1", pdfTags: true });
        return Uint8Array.from(pdf);
      } catch (error) {
        const said = error instanceof Error ? error.message : String(error);
        const signs = missingIn(said);
        if (signs.length === 0 || missing === BEYOND_LATIN)
          throw new Error(`The PDF could not be made: ${withoutWords(said)}`);
        for (const sign of signs) found.add(sign);
        missing = tries < TRIES ? found : BEYOND_LATIN;
      }
    }
  } finally {
    // It keeps what it was given and what it has compiled, which are people's words.
    compiler.compile({ mainFileContent: "" });
    compiler.evictCache(0);
  }
}

/** A letter or digit is named only for what stands beside it. */
function missingIn(said: string): string[] {
  return [...said.matchAll(NO_GLYPH)]
    .flatMap(([, text = ""]) =>
      Array.from(
        text.replace(/\\{1,2}u\{([0-9a-f]{1,6})\}/gi, (_, code: string) =>
          String.fromCodePoint(parseInt(code, 16)),
        ),
      ),
    )
    .filter((sign) => !/^[ -~]$/.test(sign));
}

/** What the compiler says, without what it quotes. */
function withoutWords(said: string): string {
  return said.replace(/`[^`]*`/g, "…").slice(0, 500);
}
