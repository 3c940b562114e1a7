import { ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import type { Theme } from "@/lib/tag/theme";
import { restore, retire } from "../actions";

/** What the lead can do with a theme. Retiring can be undone, so it does not ask first. */
export function ThemeActions({ theme, home }: { theme: Theme; home: string }) {
  return (
    <>
      <ButtonLink href={`${home}/themes/${theme.slug}/change`} variant="quiet">
        Change
      </ButtonLink>
      <Form
        key={String(theme.retired)}
        action={theme.retired ? restore : retire}
        submitLabel={theme.retired ? "Use it again" : "Retire"}
        submitVariant="quiet"
        className="[&>div]:mt-0"
      >
        <input type="hidden" name="id" value={theme.id} />
      </Form>
    </>
  );
}
