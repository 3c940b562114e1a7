import { Button, ButtonLink } from "@/components/ui/button";
import { Checkboxes } from "@/components/ui/checkboxes";
import { DateFields } from "@/components/ui/date-fields";
import { Details } from "@/components/ui/details";
import { EmptyState } from "@/components/ui/empty-state";
import { FileInput } from "@/components/ui/file-input";
import { Form } from "@/components/ui/form";
import { Kbd } from "@/components/ui/kbd";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Quote } from "@/components/ui/quote";
import { Radios } from "@/components/ui/radios";
import { Select } from "@/components/ui/select";
import { SkipLink } from "@/components/ui/skip-link";
import { SummaryList } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { TaskList } from "@/components/ui/task-list";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { TopBar } from "@/components/ui/top-bar";
import { save } from "./actions";
export const dynamic = "force-dynamic";
const nav = ["Home", "Roundtables", "Themes", "Findings", "Dashboard", "Reports"].map((label, i) => ({
  label,
  href: i === 4 ? "/dev-kit-preview" : `/x/${label}`,
}));
const roles = [
  { value: "a", label: "Headteacher" },
  { value: "b", label: "Classroom teacher", hint: "Including those who lead a subject." },
  { value: "c", label: "Governor or trustee" },
];
export default function Page() {
  return (
    <>
      <SkipLink />
      <TopBar name="NPQ review" homeHref="/" items={nav} who="Amara Okafor, facilitator">
        <form>
          <Button variant="quiet" size="small">
            Sign out
          </Button>
        </form>
      </TopBar>
      <main id="main" tabIndex={-1} className="page">
        <PageHeader
          title="What people said, by theme"
          breadcrumb={[{ label: "Roundtables", href: "/r" }, { label: "Fellows' roundtable, 14 May" }]}
          meta="20 Fellows · Chatham House Rule · 47 lines, all saved but 2"
          actions={
            <>
              <ButtonLink href="/y" variant="quiet">
                Download
              </ButtonLink>
              <ButtonLink href="/x">Plan a roundtable</ButtonLink>
            </>
          }
        />
        <div className="grid gap-12 lg:grid-cols-[1.6fr_1fr]">
          <section className="grid gap-10 min-w-0">
            <Form action={save} submitLabel="Save and continue" actions={<a href="/c">Cancel</a>}>
              <input type="hidden" name="revision" value="7" />
              <TextInput
                name="title"
                label="Title"
                hint="As people will see it in the list."
                defaultValue="Default title"
              />
              <DateFields name="day" label="Date of the roundtable" hint="For example, 14 5 2026." />
              <Textarea
                name="text"
                label="What was said"
                voice
                limit={20000}
                defaultValue="A coach, six hours over the year."
              />
              <Select
                name="region"
                label="Region"
                optional
                options={[
                  { value: "n", label: "North West" },
                  { value: "s", label: "South East" },
                ]}
                placeholder="Choose a region"
                defaultValue="s"
              />
              <Radios name="role" label="Role" options={roles} defaultValue="a" />
              <Checkboxes
                name="topics"
                label="Topics"
                hint="Choose any."
                options={roles}
                defaultValue={["b"]}
              />
              <FileInput name="file" label="File of contributions" accept=".csv" />
            </Form>
            <Table
              caption="People who raised it"
              columns={[
                { label: "Theme" },
                { label: "Said as" },
                { label: "People", numeric: true },
                { label: "Events", numeric: true },
              ]}
              rows={[
                {
                  key: "1",
                  cells: [
                    <a key="a" href="/t">
                      Assessment consistency
                    </a>,
                    "Improvement",
                    "32 of 44",
                    "3 of 3",
                  ],
                },
                { key: "2", cells: ["Coaching", "Ask", "11 of 44", "2 of 3"] },
                { key: "3", cells: ["Framework repetition", "Improvement", "c", "c"] },
              ]}
            />
            <Pagination
              label="Pages of contributions"
              previous={{ href: "/p", label: "1 to 50" }}
              next={{ href: "/n", label: "101 to 150" }}
            />
          </section>
          <section className="grid gap-8 content-start min-w-0">
            <div>
              <h2>Strongest findings</h2>
              <Quote
                source={
                  <>
                    16 people · 3 events · <a href="/e">evidence</a>
                  </>
                }
              >
                Working with colleagues from other schools is what <em>lasts</em>.
              </Quote>
            </div>
            <div>
              <Notice title="Not coded yet">12 lines have no theme.</Notice>
              <Notice tone="warning">Two lines name a school.</Notice>
              <Notice tone="success" title="Published">
                Version 3 can be downloaded.
              </Notice>
            </div>
            <div className="flex flex-wrap gap-2">
              <Tag>Open</Tag>
              <Tag tone="warning">Moved</Tag>
              <Tag tone="success">Published</Tag>
              <Tag tone="danger">Withdrawn</Tag>
              <Tag tone="plain">Draft</Tag>
            </div>
            <SummaryList
              rows={[
                {
                  key: "Date",
                  value: "14 May 2026",
                  action: (
                    <a href="/d">
                      Change<span className="sr-only"> date</span>
                    </a>
                  ),
                },
                {
                  key: "Place",
                  value: "Leeds, and online for those who could not travel",
                  action: (
                    <a href="/d">
                      Change<span className="sr-only"> place</span>
                    </a>
                  ),
                },
              ]}
            />
            <TaskList
              tasks={[
                {
                  title: "Register participants",
                  href: "/1",
                  status: <Tag tone="success">Done</Tag>,
                  hint: "20 people",
                },
                { title: "Clear lines for reviewers", href: "/2", status: "12 to do" },
                { title: "Release the figures", status: "Cannot start yet" },
              ]}
            />
            <Details summary="How is this counted?">
              <p>Each person once.</p>
            </Details>
            <EmptyState
              title="No findings yet"
              action={
                <ButtonLink href="/f" size="small">
                  Write a finding
                </ButtonLink>
              }
            >
              A finding is one sentence that lines carry.
            </EmptyState>
            <p>
              Press <Kbd>C</Kbd> or <Kbd>↑</Kbd>. <mark>rigour varies</mark>
            </p>
            <div className="flex gap-3 flex-wrap">
              <Button>Primary</Button>
              <Button variant="quiet">Quiet</Button>
              <Button variant="danger">Remove</Button>
              <Button size="small" variant="quiet">
                Small
              </Button>
              <Button aria-disabled>Busy</Button>
            </div>
            <div className="flex gap-1">
              {[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((n) => (
                <i key={n} className={`size-4 rounded-sm bg-hue-${n}`} />
              ))}
              {[1, 2, 3, 4].map((n) => (
                <i key={n} className={`size-4 bg-series-${n}`} />
              ))}
            </div>
            <h3>A subheading</h3>
          </section>
        </div>
      </main>
    </>
  );
}
