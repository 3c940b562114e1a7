import { strFromU8, unzlibSync } from "fflate";

/** The PDF's own objects, those in compressed streams too. */
export function objectsOf(pdf: Uint8Array): string {
  const text = strFromU8(pdf, true);
  const streams = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => {
    const start = index + length;
    const end = text.indexOf("endstream", start);
    try {
      return strFromU8(unzlibSync(pdf.subarray(start, end)), true);
    } catch {
      return "";
    }
  });
  return [text, ...streams].join("\n");
}
