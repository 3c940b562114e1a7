import { Form } from "@/components/ui/form/form";
import { Notice } from "@/components/ui/notice";
import { countOf } from "@/lib/platform/text/count-words";
import { takeImportBack } from "./actions";

type Props = {
  done: { import: string; taggings: number; memos: number; themes: number; gone: number };
  /** null where there is nothing to undo: the file brought only themes. */
  found: { taggings: number; memos: number; undone: boolean } | null;
};

/** What a project file imported, with a button to undo it. */
export function ImportDone({ done, found }: Props) {
  const { taggings, memos, themes, gone } = done;
  if (found?.undone)
    return (
      <div className="mb-8">
        <Notice title="this import was undone">
          {countOf(found.taggings, "coding")} and {countOf(found.memos, "memo")} were removed from their
          contributions. Themes from the file stay.
        </Notice>
      </div>
    );
  return (
    <div className="mb-8 grid gap-4">
      <Notice tone="success" title="the file was imported">
        {countOf(found?.taggings ?? taggings, "coding")}, {countOf(found?.memos ?? memos, "memo")} and{" "}
        {countOf(themes, "theme")} were added.
      </Notice>
      {gone > 0 && (
        <Notice tone="warning" title="some contributions have changed">
          {countOf(gone, "coding or memo", "codings and memos")} from the file were not imported, because
          their contributions changed or were removed after you checked the file. Nothing else has changed.
          Choose the file again to see what can still be imported.
        </Notice>
      )}
      {found && (
        <Form action={takeImportBack} submitLabel="Undo this import" submitVariant="quiet">
          <input type="hidden" name="importId" value={done.import} />
        </Form>
      )}
    </div>
  );
}
