import { TaskList } from "@/components/ui/navigation/task-list";
import type { Viewer } from "@/lib/access/policy";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { countProtectionTasks } from "@/lib/capture/protection/queries/protection";
import { countOf } from "@/lib/platform/text/count-words";

/** What the lead should check before something is deleted; nothing where nothing waits. */
export async function ProtectionTasks({ viewer, review }: { viewer: Viewer; review: Review }) {
  const { due, requests } = await countProtectionTasks(viewer, review.id);
  const href = `/reviews/${review.slug}/protection`;
  const tasks = [
    requests > 0 && {
      title: "Erasures to decide",
      href: `${href}#requests`,
      hint: "A hold stopped them.",
      status: countOf(requests, "request"),
    },
    due > 0 && {
      title: "Personal data due for deletion",
      href: `${href}#retention`,
      hint: "See what will be deleted, and when.",
      status: countOf(due, "roundtable"),
    },
  ].filter((task) => task !== false);
  if (tasks.length === 0) return null;
  return (
    <section aria-labelledby="protection" className="mb-10">
      <h2 id="protection" className="mb-3">
        Protection
      </h2>
      <TaskList tasks={tasks} />
    </section>
  );
}
