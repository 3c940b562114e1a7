import { Kbd } from "./kbd";

/** The key of a button or link, after its text; hidden where there is no keyboard, or no script to listen. */
export function KeyHint({ children }: { children: string }) {
  return (
    <span aria-hidden className="key-hint">
      <Kbd>{children}</Kbd>
    </span>
  );
}
