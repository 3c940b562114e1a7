import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form/form";
import { Link } from "@/components/ui/link";
import { Radios } from "@/components/ui/form/radios";
import { TextInput } from "@/components/ui/form/text-input";
import { can, type Viewer } from "@/lib/access/policy";
import type { Report } from "@/lib/report/draft/queries/reports";
import { AUDIENCES, AUDIENCE_WORDS } from "@/lib/report/draft/report";
import { open, publish, save } from "../../actions";
import { reportPath } from "../../shown-report";

/** What can be done with the draft as a whole. */
export function VersionForms({ viewer, report }: { viewer: Viewer; report: Report }) {
  const id = <input type="hidden" name="reportId" value={report.id} />;
  return (
    <section aria-labelledby="versions" className="grid content-start gap-4">
      <h2 id="versions" className="text-subheading">
        Versions
      </h2>
      {report.state === "in_review" && (
        <p className="text-meta">Fellows read and comment on the latest saved version.</p>
      )}
      <Form action={save} submitLabel="Save a version" submitVariant="quiet">
        {id}
        <TextInput name="name" label="Name" optional hint="Such as “Sent to Fellows”" />
      </Form>
      <p className="text-meta">
        Did a Word file of this report come back?{" "}
        <Link href={`${reportPath(report)}/word`}>Take in its comments and changes</Link>.
      </p>
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
            This saves a version with an address of its own. A version that you publish later supersedes it,
            and says so at the earlier address. You can withdraw a version: its address then shows your notice
            in place of the text.
          </p>
          <Form action={publish} submitLabel="Publish this report">
            {id}
            <Radios
              name="audience"
              label="Who can read it?"
              options={AUDIENCES.map((value) => ({
                value,
                label: AUDIENCE_WORDS[value].word,
                hint: AUDIENCE_WORDS[value].hint,
              }))}
            />
            <input type="hidden" name="next" value={`${reportPath(report)}/history`} />
          </Form>
        </Details>
      )}
    </section>
  );
}
