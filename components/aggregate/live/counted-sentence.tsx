import { Notice } from "@/components/ui/notice";
import type { ReadFilter } from "@/lib/aggregate/live/filter-address";

type Props = {
  /** What is counted, of one group or of each of two. */
  sentences: readonly string[];
  read: readonly ReadFilter[];
};

/** Above figures: what they count, and what of the address was not used. */
export function CountedSentence({ sentences, read }: Props) {
  const unknown = read.flatMap((one) => one.unknown);
  const problems = read.flatMap(({ problem }) => problem ?? []);
  return (
    <div className="mb-5 grid gap-3">
      {sentences.map((sentence, at) => (
        <p key={at} data-counted className="max-w-measure text-lg">
          {sentences.length > 1 && <b>{`Group ${at + 1}: `}</b>}
          {sentence}
        </p>
      ))}
      {problems.map((problem) => (
        <Notice key={problem} tone="warning" title="The date was not used">
          {problem} These are the current figures.
        </Notice>
      ))}
      {unknown.length > 0 && (
        <Notice tone="warning" title="Part of the address was not used">
          {`There is nothing here called ${unknown.map((one) => `“${one}”`).join(", ")}. The sentence above says what is counted.`}
        </Notice>
      )}
    </div>
  );
}
