import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { countOf } from "@/lib/capture/words";
import { takeImportBack } from "./actions";

type Props = {
  done: { import: string; taggings: number; memos: number; themes: number };
  /** null where the file set no themes on lines. */
  found: { taggings: number; undone: boolean } | null;
};

/** What a project file brought in, and the way back. */
export function ImportDone({ done, found }: Props) {
  const { taggings, memos, themes } = done;
  if (found?.undone)
    return (
      <div className="mb-8">
        <Notice title="this import was taken back">
          {countOf(found.taggings, "tagging")} of it are off their lines again. Themes that came with it stay.
        </Notice>
      </div>
    );
  return (
    <div className="mb-8 grid gap-4">
      <Notice tone="success" title="the file is in">
        {countOf(found?.taggings ?? taggings, "tagging")}, {countOf(memos, "note")} and{" "}
        {countOf(themes, "theme")} were added.
      </Notice>
      {found && (
        <Form action={takeImportBack} submitLabel="Take this import back" submitVariant="quiet">
          <input type="hidden" name="importId" value={done.import} />
        </Form>
      )}
    </div>
  );
}
