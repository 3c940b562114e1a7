import { Refusal } from "@/lib/platform/errors";
import { workerTask } from "@/lib/platform/workers/task";
import type { typesetPdf } from "./typeset";

/** A report of twenty pages takes a tenth of a second. */
export const TYPESET_PDF = workerTask<typeof typesetPdf>("typeset-pdf", {
  limitMs: 20_000,
  tooLong: () =>
    new Refusal(
      "unavailable",
      "Making the PDF took too long. Nothing is lost. Try again, or download the Word document or the web page.",
    ),
});
