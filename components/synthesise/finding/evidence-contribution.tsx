import type { ReactNode } from "react";
import { ContributionWords } from "@/components/tag/coding/contribution-words";
import { shownContribution } from "@/components/tag/coding/shown-contribution";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import { NO_PERMISSION, PERMISSION_WORDS } from "@/lib/capture/people/permission-level";

type Props = { contribution: Contribution; where?: string; children?: ReactNode };

/**
 * A contribution as evidence: its words and, where the words may not be read by others, its speaker's
 * permission.
 */
export function EvidenceContribution({ contribution, where, children }: Props) {
  const permits = permissionWords(contribution);
  return (
    <li className="border-b border-faint py-4">
      <ContributionWords contribution={shownContribution(contribution)} where={where}>
        {permits && (
          <p className="mb-1 text-sm text-soft">{permits}: only facilitators can read these words</p>
        )}
        {children}
      </ContributionWords>
    </li>
  );
}

function permissionWords({ source, permission }: Contribution): string | null {
  if (source !== "identified" || permission === "verbatim") return null;
  return permission ? PERMISSION_WORDS[permission] : `Permission ${NO_PERMISSION.toLowerCase()}`;
}
