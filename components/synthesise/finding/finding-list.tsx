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
    <ul className="findings">
      {findings.map((finding) => (
        <li key={finding.id}>
          <Link href={`${home}/${finding.id}`}>{finding.text}</Link>
          <p>
            <StanceSign stance={finding.stance} />
            <span>{finding.evidence}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
