import { wordDiff } from "@/lib/platform/text/word-diff";

type Props = { before: string; after: string };

/** One text with removed words struck through and added words underlined; screen readers announce each. */
export function TextDiff({ before, after }: Props) {
  return (
    <span className="whitespace-pre-line">
      {wordDiff(before, after).map(({ kind, text }, index) => {
        if (kind === "same") return <span key={index}>{text}</span>;
        const Change = kind === "added" ? "ins" : "del";
        return (
          <Change
            key={index}
            className={
              kind === "added"
                ? "bg-success-soft underline decoration-2 underline-offset-2"
                : "bg-danger-soft line-through"
            }
          >
            <span className="sr-only">{kind === "added" ? " [added: " : " [removed: "}</span>
            {text}
            <span className="sr-only">] </span>
          </Change>
        );
      })}
    </span>
  );
}
