import type { ReactNode } from "react";
import { LineWords } from "@/components/tag/coding/line-words";
import { shownLine } from "@/components/tag/coding/shown-line";
import type { Line } from "@/lib/capture/contribution/contribution";
import { NO_PERMISSION, PERMISSION_WORDS } from "@/lib/capture/people/permission-level";

type Props = { line: Line; where?: string; children?: ReactNode };

/** A line as evidence: its words, and what its speaker permits where that is less than reading them. */
export function EvidenceLine({ line, where, children }: Props) {
  const permits = permissionWords(line);
  return (
    <li className="border-b border-faint py-4">
      <LineWords line={shownLine(line)} where={where}>
        {permits && <p className="mb-1 text-sm text-soft">{permits}: these words stay with facilitators</p>}
        {children}
      </LineWords>
    </li>
  );
}

function permissionWords({ source, permission }: Line): string | null {
  if (source !== "identified" || permission === "verbatim") return null;
  return permission ? PERMISSION_WORDS[permission] : `Permission ${NO_PERMISSION.toLowerCase()}`;
}
