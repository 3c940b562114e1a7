/** A key to press; where a finger is all there is, it says nothing. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-block pointer-coarse:hidden rounded border border-b-2 border-line bg-card px-1.5 py-0.5 font-ui text-xs leading-none font-semibold text-soft">
      {children}
    </kbd>
  );
}
