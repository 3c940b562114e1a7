/** Sends a page's form as a browser without JavaScript would: its hidden fields, then what was typed. */

const FIELD = /<input\b[^>]*>|<button\b[^>]*>/g;

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\b${name.replace("$", "\\$")}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? null : unescape(found);
}

function unescape(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** The hidden fields of the first form of `html` that has a control called `having`. */
export function formFields(html: string, having: string): FormData {
  const form = html
    .match(/<form\b[\s\S]*?<\/form>/g)
    ?.find((one) => new RegExp(`name="${having}"`).test(one));
  if (!form) throw new Error(`The page has no form with a field ${having}.`);
  const data = new FormData();
  for (const tag of form.match(FIELD) ?? []) {
    const name = attribute(tag, "name");
    if (name !== null && attribute(tag, "type") === "hidden")
      data.append(name, attribute(tag, "value") ?? "");
  }
  return data;
}

/** Posts `data` to the page with its own origin, as its own form would; redirects are not followed. */
export function postForm(address: string, cookie: string, data: FormData): Promise<Response> {
  return fetch(address, {
    method: "POST",
    body: data,
    headers: { cookie, origin: new URL(address).origin },
    redirect: "manual",
  });
}
