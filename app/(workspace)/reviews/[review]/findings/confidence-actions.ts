"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/lib/access/form-action";
import { forgetConfidence, setConfidence } from "@/lib/synthesise/confidence/commands/set-confidence";
import { ForgetConfidenceInput, SetConfidenceInput } from "@/lib/synthesise/confidence/confidence";

/** The page of the finding comes next; it decides nothing else. */
const At = { reviewSlug: z.string().max(200) };

export const changeConfidence = formAction(
  SetConfidenceInput.extend(At),
  setConfidence,
  ({ findingId }, { reviewSlug }) => redirect(`/reviews/${reviewSlug}/findings/${findingId}#facts`),
);

export const workOutConfidence = formAction(
  ForgetConfidenceInput.extend(At),
  forgetConfidence,
  ({ findingId }, { reviewSlug }) => redirect(`/reviews/${reviewSlug}/findings/${findingId}#facts`),
);
