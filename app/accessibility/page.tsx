import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";

export const metadata: Metadata = { title: "Accessibility statement" };

export default function Accessibility() {
  return (
    <main id="main" tabIndex={-1} className="gutter mx-auto max-w-page py-10">
      <PageHeader title="Accessibility statement" />
      <div className="max-w-measure space-y-4">
        <p>
          This statement is about the NPQ review application. We want as many people as possible to be able to
          use it.
        </p>
        <h2 className="pt-4">What you can do</h2>
        <ul className="list-disc space-y-1 pl-6">
          <li>use every page with the keyboard alone, and see where you are;</li>
          <li>zoom to 400%, or use a screen 320 pixels wide, without scrolling sideways;</li>
          <li>use a dark or high-contrast setting of your own, and stop all motion;</li>
          <li>listen to every page, with each chart also as a table;</li>
          <li>fill in and send every form without JavaScript.</li>
        </ul>
        <h2 className="pt-4">How far it meets the standard</h2>
        <p>
          It is built to meet the Web Content Accessibility Guidelines version 2.2, level AA. Every page is
          checked automatically before each change. These checks find some problems, but not all. People who
          use assistive technology every day have not audited it. Until they have, we do not claim full
          conformance.
        </p>
        <h2 className="pt-4">What we know is not right yet</h2>
        <ul className="list-disc space-y-1 pl-6">
          <li>Reports are downloaded as Word and Markdown files; there is no tagged PDF yet.</li>
          <li>
            Selecting words to comment on them needs a pointer. A form alongside each paragraph lets you type
            the words instead.
          </li>
        </ul>
        <h2 className="pt-4">Tell us</h2>
        <p>
          If something stops you, tell the lead of your review. The person who invited you can tell you who
          that is. If you are not happy with the answer, contact the{" "}
          <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>.
        </p>
        <p>
          <Link href="/">Back to the start page</Link>
        </p>
      </div>
    </main>
  );
}
