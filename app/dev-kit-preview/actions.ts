"use server";
import { redirect } from "next/navigation";
import { revalidatePath } from "next/cache";
import type { FormState, FormValues } from "@/lib/platform/result";
import { textValues } from "@/components/ui/sending";
export async function save(_: FormState, data: FormData): Promise<FormState> {
  await new Promise((r) => setTimeout(r, 600));
  const values: FormValues = textValues(data);
  const f = data.get("file");
  if (values.title === "go") redirect("/dev-kit-preview?went=1");
  if (values.title === "boom") throw new Error("boom");
  if (values.title === "fine") {
    revalidatePath("/dev-kit-preview");
    return { ok: true, message: "Saved." };
  }
  return {
    ok: false,
    message: f instanceof File && f.size ? `File ${f.name} ${f.size}` : undefined,
    fieldErrors: {
      title: "Enter fine as the title",
      day: "Choose a date that exists",
      role: "Choose a role",
      region: "Choose a region",
      topics: "Choose one topic",
      text: "Write less",
    },
    values,
  };
}
