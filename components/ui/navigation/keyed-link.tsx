import { Link } from "@/components/ui/link";
import type { ComponentProps } from "react";
import { KeyHint } from "@/components/ui/key-hint";

type Props = ComponentProps<typeof Link> & {
  /** The name of its key, for a KeyRegion. */
  shortcut: string;
};

const SIGNS: Record<string, string> = { ArrowLeft: "←", ArrowRight: "→" };

/** A link with its key after it. */
export function KeyedLink({ shortcut, children, ...rest }: Props) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <Link data-key={shortcut} aria-keyshortcuts={shortcut} {...rest}>
        {children}
      </Link>
      <KeyHint>{SIGNS[shortcut] ?? shortcut}</KeyHint>
    </span>
  );
}
