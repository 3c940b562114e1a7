import { STANCE_ORDER, type Stance } from "@/lib/capture/stance";
import type { LineTagging } from "@/lib/tag/tagging";
import type { Theme } from "@/lib/tag/theme";
import { StanceSign } from "@/components/capture/stance-sign";
import { ThemeChip } from "./theme-chip";

export type ShownTheme = Pick<Theme, "id" | "title" | "colour" | "axis" | "retired">;
export type ShownTagging = Pick<LineTagging, "id" | "themeId" | "stance" | "coder" | "mine"> & {
  /** Sent, and not yet confirmed. */
  saving?: boolean;
};

type Props = { taggings: readonly ShownTagging[]; themes: readonly ShownTheme[] };

/** The themes on a line, under their stances; two coders' same tagging is one chip. */
export function Taggings({ taggings, themes }: Props) {
  const groups = STANCE_ORDER.map((stance) => ({ stance, chips: chipsOf(taggings, themes, stance) })).filter(
    ({ chips }) => chips.length > 0,
  );
  if (groups.length === 0) return <p className="text-sm text-soft">No theme yet</p>;
  return (
    <ul aria-label="Themes" className="flex flex-wrap gap-x-4 gap-y-1.5">
      {groups.map(({ stance, chips }) => (
        <li key={stance} className="flex flex-wrap items-center gap-1.5">
          <StanceSign stance={stance} />
          {chips.map(({ theme, saving, coders }) => (
            <span key={theme.id} className="inline-flex items-center gap-1.5">
              <ThemeChip {...theme} />
              {coders !== null && <span className="text-sm text-soft">{coders}</span>}
              {saving && <span className="text-sm text-soft">Saving…</span>}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

function chipsOf(taggings: readonly ShownTagging[], themes: readonly ShownTheme[], stance: Stance) {
  return themes.flatMap((theme) => {
    const same = taggings.filter((tagging) => tagging.themeId === theme.id && tagging.stance === stance);
    if (same.length === 0) return [];
    return { theme, saving: same.some(({ saving }) => saving), coders: coderWords(same) };
  });
}

/** Who else set it; nothing where it is the viewer's alone. */
function coderWords(taggings: readonly ShownTagging[]): string | null {
  const others = taggings.filter(({ mine }) => !mine).map(({ coder }) => coder);
  if (others.length === 0) return null;
  const mine = taggings.some((tagging) => tagging.mine);
  return `by ${[...(mine ? ["you"] : []), ...others].join(", ")}`;
}
