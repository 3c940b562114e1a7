export type TagTone = "plain" | "accent" | "success" | "warning" | "danger";

const TONE: Record<TagTone, string> = {
  plain: "bg-track text-ink",
  accent: "bg-accent-soft text-accent",
  success: "bg-success-soft text-success",
  warning: "bg-warning-soft text-warning",
  danger: "bg-danger-soft text-danger",
};

/** A status, in a word; never a link. The outline is for people who see no backgrounds. */
export function Tag({ children, tone = "accent" }: { children: string; tone?: TagTone }) {
  return (
    <strong
      className={`inline-block rounded-sm px-1.5 py-0.5 text-sm leading-tight font-semibold forced-colors:border ${TONE[tone]}`}
    >
      {children}
    </strong>
  );
}
