import { describe, expect, it } from "vitest";
import { SENT_AS } from "@/lib/platform/result";
import { requireSender } from "./sender";

const viewer = { userId: "ada", name: "Ada Holt", memberships: [] };

function form(sender?: string): FormData {
  const data = new FormData();
  if (sender !== undefined) data.set(SENT_AS, sender);
  return data;
}

describe("a form", () => {
  it("is refused from a page that somebody else opened, with the name of who is signed in now and what to do", () => {
    const send = () => requireSender(viewer, form("ben"));
    expect(send).toThrow(/now signed in as Ada Holt.*What you typed is still here.*sign in as yourself/);
  });

  it("is accepted from a page of the same person, and from a page that does not say whose it is", () => {
    for (const sent of [form("ada"), form()]) expect(() => requireSender(viewer, sent)).not.toThrow();
  });
});
