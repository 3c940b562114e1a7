import { ButtonLink } from "@/components/ui/navigation/button-link";
import { Form } from "@/components/ui/form/form";
import type { Theme } from "@/lib/tag/codebook/theme";
import { restore, retire } from "../actions";

type Props = {
  theme: Theme;
  home: string;
  /** Whether it has contributions or findings: then retiring first shows what it affects. */
  inUse: boolean;
  /** Its contributions were moved to another theme: undoing the merge, in its history below, restores it. */
  merged: boolean;
};

/** The lead's actions on a theme. Those that affect contributions ask first; all of them can be undone. */
export function ThemeActions({ theme, home, inUse, merged }: Props) {
  const here = `${home}/themes/${theme.slug}`;
  const link = (page: string, label: string) => (
    <ButtonLink href={`${here}/${page}`} variant="quiet">
      {label}
    </ButtonLink>
  );
  const atOnce = theme.retired ? !merged : !inUse;
  return (
    <>
      {link("change", "Change")}
      {!theme.retired && link("split", "Split")}
      {!theme.retired && link("merge", "Merge")}
      {!theme.retired && inUse && link("retire", "Retire")}
      {atOnce && (
        <Form
          key={String(theme.retired)}
          action={theme.retired ? restore : retire}
          submitLabel={theme.retired ? "Restore" : "Retire"}
          submitVariant="quiet"
          className="[&>div]:mt-0"
        >
          <input type="hidden" name="id" value={theme.id} />
        </Form>
      )}
    </>
  );
}
