"use client";

import { later, useLater } from "@/components/ui/later";
import type { ChoicesProps } from "./coding-choices";

/** What opens below a contribution, of which no page shows more than one. */
export const contributionChoices = later(() => import("./coding-choices"));

/** To be opened once `contributionChoices` are there, or by the page's own address. */
export function LaterChoices(props: ChoicesProps) {
  const { CodingChoices } = useLater(contributionChoices);
  return <CodingChoices {...props} />;
}
