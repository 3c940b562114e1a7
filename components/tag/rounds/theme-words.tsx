import type { Theme } from "@/lib/tag/codebook/theme";

/** A theme's definition, and what belongs under it and what does not. */
export function ThemeWords({
  theme: { definition, includes, excludes },
}: {
  theme: Pick<Theme, "definition" | "includes" | "excludes">;
}) {
  return (
    <>
      <p>{definition}</p>
      {includes && (
        <p className="mt-1 text-soft">
          <b className="text-ink">Belongs here:</b> {includes}
        </p>
      )}
      {excludes && (
        <p className="mt-1 text-soft">
          <b className="text-ink">Does not:</b> {excludes}
        </p>
      )}
    </>
  );
}
