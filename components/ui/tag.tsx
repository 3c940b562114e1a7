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
  return <strong className={`tag ${TONE[tone]}`}>{children}</strong>;
}
