/** A wording as it was written, a paragraph for each line. */
export function PermissionWording({ text }: { text: string }) {
  const paragraphs = text.split(/\n+/);
  return (
    <div className="grid max-w-measure gap-3">
      {paragraphs.map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  );
}
