import type { ReactNode } from "react";

type Tone = "info" | "warning" | "success";

const LOOK: Record<Tone, { word: string; classes: string }> = {
  info: { word: "Note", classes: "border-accent bg-accent-soft" },
  warning: { word: "Warning", classes: "border-warning bg-warning-soft" },
  success: { word: "Done", classes: "border-success bg-success-soft" },
};

type Props = { tone?: Tone; title?: string; children: ReactNode };

/** Something to know before reading on. The first word gives its kind, because colour alone cannot. */
export function Notice({ tone = "info", title, children }: Props) {
  const { word, classes } = LOOK[tone];
  return (
    <div className={`max-w-measure border-l-4 px-4 py-3 ${classes}`}>
      <p className="font-semibold">{title ? `${word}: ${title}` : word}</p>
      <div className="mt-0.5">{children}</div>
    </div>
  );
}
