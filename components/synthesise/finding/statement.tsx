import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { evidenceSentence } from "@/lib/synthesise/finding/evidence";
import type { Finding } from "@/lib/synthesise/finding/finding";

/** The finding itself, with who is behind it, and what those say who contradict it. */
export function Statement({ finding }: { finding: Finding }) {
  return (
    <div className="border-l-3 border-accent py-0.5 pl-4 sm:pl-5">
      <p className="voice max-w-measure text-report">{finding.text}</p>
      <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-meta text-soft">
        <StanceSign stance={finding.stance} />
        <span>{evidenceSentence(finding)}</span>
      </p>
      {finding.counterView && (
        <p className="mt-3 max-w-measure">
          <span className="text-meta text-soft">Counter-view: </span>
          <span className="voice">{finding.counterView}</span>
        </p>
      )}
    </div>
  );
}
