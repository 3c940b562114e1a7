import { Link } from "@/components/ui/link";
import type { ShownFigure } from "./shown";

/** The count behind a sentence, as a superscript; for viewers who may follow it, a link to the evidence. */
export function FigureMark({ figure: { mark, words, href } }: { figure: ShownFigure }) {
  const look = "ml-1 align-super font-ui text-xs leading-none font-semibold whitespace-nowrap tabular-nums";
  return (
    <span data-figure className="select-none">
      {href ? (
        <Link href={href} className={look} aria-label={`Evidence: ${words}`}>
          {mark}
        </Link>
      ) : (
        <span className={`${look} text-accent`}>
          <span aria-hidden>{mark}</span>
          <span className="sr-only">({words})</span>
        </span>
      )}
    </span>
  );
}
