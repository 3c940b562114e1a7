import { Kbd } from "./kbd";

/** The key of a button or link, alongside its words; left out where there is no keyboard, or no script to hear it. */
export function KeyHint({ children }: { children: string }) {
  return (
    <span aria-hidden className="hidden sm:inline noscript:hidden pointer-coarse:hidden">
      <Kbd>{children}</Kbd>
    </span>
  );
}
