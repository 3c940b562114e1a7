import { Link } from "@/components/ui/link";
import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form/form";
import { Select } from "@/components/ui/form/select";
import type { Theme } from "@/lib/tag/codebook/theme";
import { parentChoices } from "@/lib/tag/codebook/theme-place";
import { place } from "../actions";

type Props = { theme: Theme; themes: readonly Theme[]; home: string };

/** The theme's children, and the form that puts it under another. */
export function ThemePlace({ theme, themes, home }: Props) {
  const under = themes.filter(({ parentId, retired }) => parentId === theme.id && !retired);
  const parents = parentChoices(theme, themes);
  return (
    <div className="mt-5 max-w-measure">
      {under.length > 0 && (
        <p>
          Themes under it:{" "}
          {under.map(({ id, slug, title }, index) => (
            <span key={id}>
              {index > 0 && ", "}
              <Link href={`${home}/themes/${slug}`}>{title}</Link>
            </span>
          ))}
          . Figures of this theme leave out their contributions.
        </p>
      )}
      {parents.length > 0 && (
        <Details summary="Put it under another theme">
          <Form action={place} submitLabel="Move theme" submitVariant="quiet">
            <input type="hidden" name="id" value={theme.id} />
            <input type="hidden" name="afterId" value="last" />
            <p>
              Moving a theme changes its place in lists. It does not change any contribution or figure,
              because a theme’s figures leave out the themes under it. You can undo this below.
            </p>
            <Select
              name="parentId"
              label="Position"
              hint="It goes to the end of the list. You can change the order on the page of all themes."
              defaultValue={theme.parentId ?? ""}
              options={[
                { value: "", label: "At the top level" },
                ...parents.map(({ id, title }) => ({ value: id, label: `Under ${title}` })),
              ]}
            />
          </Form>
        </Details>
      )}
    </div>
  );
}
