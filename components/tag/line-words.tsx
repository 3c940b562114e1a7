import type { ReactNode } from "react";
import type { ShownLine } from "./shown-line";

type Props = { line: ShownLine; where?: string; children?: ReactNode };

/** What was said, in the voice of those who said it, under who and when. */
export function LineWords({ line, where, children }: Props) {
  const meta = [line.about, line.verbatim && "Word for word", where, line.time].filter(
    (part) => part !== false && part !== undefined && part !== "",
  );
  return (
    <div className="min-w-0">
      <p className="text-sm text-soft">
        <b className="text-ink">{line.who}</b>
        {meta.map((part) => ` · ${part}`)}
      </p>
      <p className="voice mt-0.5 max-w-measure whitespace-pre-line">{line.text}</p>
      {children && <div className="mt-2">{children}</div>}
    </div>
  );
}
