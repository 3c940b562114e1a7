import { StanceSign } from "@/components/capture/contribution/stance-sign";
import { evidenceSentence } from "@/lib/synthesise/finding/evidence";
import type { Finding } from "@/lib/synthesise/finding/finding";

/** The finding itself, with who is behind it, and what those say who contradict it. */
export function Statement({ finding }: { finding: Finding }) {
  return <StatementWords {...finding} evidence={evidenceSentence(finding)} />;
}

type WordsProps = Pick<Finding, "text" | "stance" | "counterView"> & {
  /** Who is behind it, as a sentence. */
  evidence: string;
};

export function StatementWords({ text, stance, counterView, evidence }: WordsProps) {
  return (
    <div className="statement">
      <blockquote>{text}</blockquote>
      <p>
        <StanceSign stance={stance} />
        <span>{evidence}</span>
      </p>
      {counterView && (
        <p className="mt-3 max-w-measure">
          <span className="text-meta text-soft">Counter-view: </span>
          <span className="voice">{counterView}</span>
        </p>
      )}
    </div>
  );
}
