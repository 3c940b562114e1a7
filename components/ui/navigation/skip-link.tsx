type Props = { href: string; children: string };

/** Visible when it has the focus; its target can take the focus. */
export function SkipLink({ href, children }: Props) {
  return (
    <a href={href} className="skip-link">
      {children}
    </a>
  );
}
