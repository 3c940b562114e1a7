"use client";

import { Link } from "@/components/ui/link";
import type { Stance } from "@/lib/capture/contribution/stance";
import { StanceSign } from "@/components/capture/contribution/stance-sign";

type Props = {
  findings: readonly { id: string; text: string; stance: Stance; evidence: string }[];
  home: string;
};

/**
 * Statements in the serif, each with its stance and who is behind it. A client component, so that a page holds them once as
 * markup and once as data alone.
 */
export function FindingList({ findings, home }: Props) {
  if (findings.length === 0) return null;
  return (
    <ul className="mt-3 grid gap-5">
      {findings.map((finding) => (
        <li key={finding.id} className="border-l-3 border-accent py-0.5 pl-4 sm:pl-5">
          <p className="voice max-w-measure">
            <Link href={`${home}/${finding.id}`} className="text-ink decoration-line">
              {finding.text}
            </Link>
          </p>
          <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
            <StanceSign stance={finding.stance} />
            <span>{finding.evidence}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
