"use client";

/** Sentences, each a paragraph. A client component, so that a page holds them once as markup and once as plain words. */
export function Sentences({ children }: { children: readonly string[] }) {
  return (
    <div className="grid gap-2 text-meta">
      {children.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
