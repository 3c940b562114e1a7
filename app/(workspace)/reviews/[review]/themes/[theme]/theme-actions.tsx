import { ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form/form";
import type { Theme } from "@/lib/tag/codebook/theme";
import { restore, retire } from "../actions";

type Props = {
  theme: Theme;
  home: string;
  /** Whether contributions or findings stand under it: then what retiring touches is shown first. */
  inUse: boolean;
  /** Its contributions are another theme's: undoing the merge, in its history below, brings it back. */
  merged: boolean;
};

/** What the lead can do with a theme. What touches contributions asks first; all of it can be undone. */
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
