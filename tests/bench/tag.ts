import type { TaggingChange } from "@/lib/tag/coding/tagging-input";

type Bench = { url: string; cookie: string };

/**
 * Sets a theme on one contribution after the other as the coding page does, and waits for the contribution's
 * coding.
 */
export async function tagSender({ url, cookie }: Bench): Promise<() => Promise<null>> {
  const address = `${url}/reviews/npq/coding`;
  const html = await (await fetch(address, { headers: { cookie } })).text();
  const payload = html.replaceAll('\\"', '"');
  const action = actionCalled(payload, "send");
  const contributionIds = [...html.matchAll(/id="contribution-([^"]+)" data-contribution/g)].map(
    ([, id]) => id ?? "",
  );
  const themeIds = [...payload.matchAll(/"id":"([0-9a-f-]{36})","slug":"/g)].map(([, id]) => id ?? "");
  let sent = 0;
  return async () => {
    const contributionId = contributionIds[sent % contributionIds.length] ?? "";
    const themeId = themeIds[Math.floor(sent / contributionIds.length) % themeIds.length] ?? "";
    sent++;
    const change: TaggingChange = { change: "set", contributionId, themeId, stance: "ask" };
    const answer = await fetch(address, {
      method: "POST",
      body: JSON.stringify([change]),
      headers: {
        cookie,
        origin: url,
        accept: "text/x-component",
        "next-action": action,
        "content-type": "text/plain;charset=UTF-8",
      },
    });
    const text = await answer.text();
    if (!text.includes('"ok":true')) throw new Error(`A theme was not set: ${text.slice(0, 300)}`);
    return null;
  };
}

/** The id of the server's function that the page hands to its list under that name. */
function actionCalled(payload: string, name: string): string {
  const row = new RegExp(`"${name}":"\\$h([0-9a-f]+)"`).exec(payload)?.[1];
  const id = row && new RegExp(`[\\n"n]${row}:\\{"id":"([0-9a-f]+)"`).exec(payload)?.[1];
  if (!id) throw new Error(`The coding page hands out no function ${name}.`);
  return id;
}
