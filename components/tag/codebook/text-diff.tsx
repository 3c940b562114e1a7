import { wordDiff } from "@/lib/tag/codebook/theme-diff";

type Props = { before: string; after: string };

/** One text with what was taken out struck through and what was put in underlined; read out, each is announced. */
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
