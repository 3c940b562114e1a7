import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { countOf } from "@/lib/capture/words";
import { takeImportBack } from "./actions";

type Props = {
  done: { import: string; taggings: number; memos: number; themes: number; gone: number };
  /** null where there is nothing to take back: the file brought themes alone. */
  found: { taggings: number; memos: number; undone: boolean } | null;
};

/** What a project file brought in, and the way back. */
export function ImportDone({ done, found }: Props) {
  const { taggings, memos, themes, gone } = done;
  if (found?.undone)
    return (
      <div className="mb-8">
        <Notice title="this import was taken back">
          {countOf(found.taggings, "tagging")} and {countOf(found.memos, "note")} of it are off their lines
          again. Themes that came with it stay.
        </Notice>
      </div>
    );
  return (
    <div className="mb-8 grid gap-4">
      <Notice tone="success" title="the file is in">
        {countOf(found?.taggings ?? taggings, "tagging")}, {countOf(found?.memos ?? memos, "note")} and{" "}
        {countOf(themes, "theme")} were added.
      </Notice>
      {gone > 0 && (
        <Notice tone="warning" title="some lines changed meanwhile">
          {countOf(gone, "coding or note", "codings and notes")} of the file did not come in: their lines were
          changed or taken away after you looked at it. What is here is as it was. Choose the file again to
          see what still finds its place.
        </Notice>
      )}
      {found && (
        <Form action={takeImportBack} submitLabel="Take this import back" submitVariant="quiet">
          <input type="hidden" name="importId" value={done.import} />
        </Form>
      )}
    </div>
  );
}
