import { listOwnActions } from "@/lib/review/first-steps/queries/first-steps";
import { roleIn, type Viewer } from "@/lib/access/policy";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { TaskList } from "@/components/ui/navigation/task-list";
import { openStep } from "./actions";
import { openedSteps } from "./opened-steps";
import { findPlaces } from "./places";
import { firstSteps, stepsToDo } from "./steps";

type Props = { viewer: Viewer; review: Review };

/** In the demonstration: what to try first in the viewer's role. Each step disappears when it is done. */
export async function FirstSteps({ viewer, review }: Props) {
  const role = roleIn(viewer, review.id);
  const taken = await listOwnActions(viewer, review.id);
  if (role === null || taken === null) return null;
  const steps = firstSteps(role, await findPlaces(viewer, review.id));
  const left = stepsToDo(steps, { taken, opened: await openedSteps(review.id, role) });
  if (left.length === 0) return null;
  return (
    <section aria-labelledby="first-steps" className="mb-10 border-l-4 border-accent bg-accent-soft p-5">
      <h2 id="first-steps">Try this first</h2>
      <p className="mt-1 mb-3 max-w-measure text-meta text-soft">
        A step leaves this list once you have done it.
      </p>
      <TaskList
        tasks={left.map(({ key, title, hint, path, done }) => ({
          title,
          hint,
          status: null,
          ...(done.by === "opening"
            ? { action: openStep.bind(null, review.slug, key) }
            : { href: `/reviews/${review.slug}/${path}` }),
        }))}
      />
    </section>
  );
}
