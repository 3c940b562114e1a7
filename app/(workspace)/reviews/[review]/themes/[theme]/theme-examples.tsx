import { ExampleList } from "@/components/tag/recoding/example-list";
import type { Viewer } from "@/lib/access/policy";
import { listExamples } from "@/lib/tag/recoding/queries/theme-history";
import { dropExample } from "../actions";

/** Words from the contributions that show where the theme ends. Only facilitators read them. */
export async function ThemeExamples({ viewer, themeId }: { viewer: Viewer; themeId: string }) {
  const examples = await listExamples(viewer, themeId);
  const [belong, not] = [
    examples.filter(({ belongs }) => belongs),
    examples.filter(({ belongs }) => !belongs),
  ];
  return (
    <section aria-labelledby="examples" className="mt-10">
      <h2 id="examples">Examples</h2>
      {examples.length === 0 ? (
        <p className="mt-1 max-w-measure text-soft">
          None yet. Choose contributions below that show what belongs here and what does not.
        </p>
      ) : (
        <div className="mt-3 grid gap-x-10 gap-y-6 md:grid-cols-2">
          <ExampleList
            title="Belongs here"
            examples={belong}
            none="No example of what belongs here yet."
            remove={dropExample}
          />
          <ExampleList
            title="Does not"
            examples={not}
            none="No example of what does not belong here yet."
            remove={dropExample}
          />
        </div>
      )}
    </section>
  );
}
