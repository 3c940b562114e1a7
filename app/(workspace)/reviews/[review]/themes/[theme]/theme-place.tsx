import Link from "next/link";
import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import type { Theme } from "@/lib/tag/theme";
import { parentChoices } from "@/lib/tag/theme-place";
import { place } from "../actions";

type Props = { theme: Theme; themes: readonly Theme[]; home: string };

/** The themes under this one, and the form that puts it under another. */
export function ThemePlace({ theme, themes, home }: Props) {
  const under = themes.filter(({ parentId, retired }) => parentId === theme.id && !retired);
  const parents = parentChoices(theme, themes);
  return (
    <div className="mt-5 max-w-measure">
      {under.length > 0 && (
        <p>
          Under it stand{" "}
          {under.map(({ id, slug, title }, index) => (
            <span key={id}>
              {index > 0 && ", "}
              <Link href={`${home}/themes/${slug}`}>{title}</Link>
            </span>
          ))}
          . Figures of this theme leave out their lines.
        </p>
      )}
      {parents.length > 0 && (
        <Details summary="Put it under another theme">
          <Form action={place} submitLabel="Move theme" submitVariant="quiet">
            <input type="hidden" name="id" value={theme.id} />
            <input type="hidden" name="afterId" value="last" />
            <p>
              Moving it changes where it stands in lists, and no line and no figure: a theme’s figures leave
              out those under it. You can undo it below.
            </p>
            <Select
              name="parentId"
              label="Where it stands"
              hint="At the end of what is there. Its order is changed on the page of all themes."
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
