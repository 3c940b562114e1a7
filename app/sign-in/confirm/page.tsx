import type { Metadata } from "next";
import { Form } from "@/components/ui/form/form";
import { PageHeader } from "@/components/ui/page-header";
import { confirmLink } from "../actions";

export const metadata: Metadata = { title: "Confirm it is you" };

/** Opening the link changes nothing, because mail scanners open links; the button spends it. */
export default async function Confirm({ searchParams }: PageProps<"/sign-in/confirm">) {
  const { email, token } = await searchParams;
  return (
    <main id="main" tabIndex={-1} className="gutter mx-auto max-w-page py-10">
      <PageHeader title="Sign in" meta={typeof email === "string" ? `As ${email}` : undefined} />
      <Form action={confirmLink} submitLabel="Sign in">
        <input type="hidden" name="email" value={typeof email === "string" ? email : ""} />
        <input type="hidden" name="token" value={typeof token === "string" ? token : ""} />
      </Form>
    </main>
  );
}
