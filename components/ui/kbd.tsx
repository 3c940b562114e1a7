/** A keyboard key. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-block rounded border border-b-2 border-line bg-card px-1.5 py-0.5 font-ui text-xs leading-none font-semibold text-soft">
      {children}
    </kbd>
  );
}
