import { removedWords } from "@/lib/capture/contribution/contribution-words";

type Props = { text: string; struck: boolean; erased: boolean; speaker: { erased: boolean } | null };

/**
 * The words, as a record shows them. "Struck out" and "erased" are given in text, not only by a line through
 * the words.
 */
export function SaidWords({ text, struck, erased, speaker }: Props) {
  if (erased) return <p className="mt-0.5 text-soft italic">{removedWords(speaker)}</p>;
  if (!struck) return <p className="said">{text}</p>;
  return (
    <p className="said text-soft">
      <b className="font-ui text-sm">Struck out: </b>
      <del>{text}</del>
    </p>
  );
}
