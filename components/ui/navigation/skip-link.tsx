type Props = { href: string; children: string };

/** Visible when it has the focus; its target can take the focus. */
export function SkipLink({ href, children }: Props) {
  return (
    <a
      href={href}
      className="sr-only bg-card font-semibold focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50 focus:px-4 focus:py-2.5 print:hidden"
    >
      {children}
    </a>
  );
}
