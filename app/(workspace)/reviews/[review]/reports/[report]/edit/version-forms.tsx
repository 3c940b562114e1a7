import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form/form";
import { TextInput } from "@/components/ui/form/text-input";
import { can, type Viewer } from "@/lib/access/policy";
import type { Report } from "@/lib/report/draft/queries/reports";
import { open, publish, save } from "../../actions";
import { reportPath } from "../../shown-report";

/** What can be done with the draft as a whole. */
export function VersionForms({ viewer, report }: { viewer: Viewer; report: Report }) {
  const id = <input type="hidden" name="reportId" value={report.id} />;
  return (
    <section aria-labelledby="versions" className="grid gap-4">
      <h2 id="versions" className="text-subheading">
        Versions
      </h2>
      {report.state === "in_review" && (
        <p className="text-meta">Fellows read and comment on the latest saved version.</p>
      )}
      <Form action={save} submitLabel="Save a version" submitVariant="quiet">
        {id}
        <TextInput name="note" label="What changed" optional />
      </Form>
      {report.state === "draft" && can(viewer, "report.open", report) && (
        <Details summary="Open for comments">
          <p className="mb-4 text-meta">
            This saves a version. Fellows in this review can then read it and comment on it.
          </p>
          <Form action={open} submitLabel="Open for comments">
            {id}
          </Form>
        </Details>
      )}
      {can(viewer, "report.publish", report) && (
        <Details summary={report.state === "published" ? "Publish again" : "Publish"}>
          <p className="mb-4 text-meta">
            This saves a version that everybody in this review can read, including DfE reviewers. You cannot
            withdraw a report once it is published.
          </p>
          <Form action={publish} submitLabel="Publish this report">
            {id}
            <input type="hidden" name="next" value={`${reportPath(report)}/history`} />
          </Form>
        </Details>
      )}
    </section>
  );
}
