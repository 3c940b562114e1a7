import { limitRate, type Limit } from "@/lib/access/sign-in/rate-limit";
import { readBody } from "@/lib/access/read-body";
import { choosePermission } from "@/lib/capture/permission/commands/choose-permission";
import { ChoiceForm, isNarrowing, meansOf } from "@/lib/capture/permission/permission";
import { permissionPath } from "@/lib/capture/permission/permission-code";
import { findPermissionPage } from "@/lib/capture/permission/queries/permission-links";
import { Refusal } from "@/lib/platform/errors";
import { tooLargeAnswer } from "@/lib/platform/launch/edge/body-limit.mjs";

/** A choice, and the version of the wording that it was made on. */
const MAX_BYTES = 10_000;
/** Only those who have the participant's link can use it up. */
const CHOICES: Limit = { what: "permission choice", burst: 30, everyMs: 2 * 60_000 };

/**
 * Records a participant's choice. There is no sign-in, and so nothing for another site's page to misuse: only
 * the secret in the address authorises the choice.
 */
export async function POST(request: Request, { params }: RouteContext<"/permission/[token]/choose">) {
  const { token } = await params;
  const here = permissionPath(token);
  const page = await findPermissionPage(token);
  if (!page) return seeOther(here);
  const sent = await chosenIn(request);
  if (sent instanceof Response) return sent;
  const parsed = ChoiceForm.safeParse(Object.fromEntries(sent));
  const by = parsed.data?.by === "qr" ? "&by=qr" : "";
  if (!parsed.success) return seeOther(`${here}?problem=choose`);
  const { level, wording, confirmed } = parsed.data;
  if (isNarrowing(page.chosen?.level ?? null, level) && !confirmed)
    return seeOther(`${here}/check?to=${level}${by}`);
  try {
    await limitRate(CHOICES, page.participantId);
    await choosePermission(null, { token, level, wording, means: meansOf(parsed.data.by) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.kind === "not-found") return seeOther(here);
    return seeOther(`${here}?problem=${error.kind === "limited" ? "often" : "wording"}${by}`);
  }
  return seeOther(`${here}/done`);
}

/** A body that is not a form chooses nothing; one that is too large is refused. */
async function chosenIn(request: Request): Promise<FormData | Response> {
  try {
    const headers = { "content-type": request.headers.get("content-type") ?? "" };
    return await new Response(await readBody(request, MAX_BYTES), { headers }).formData();
  } catch (error) {
    return error instanceof Refusal ? tooLargeAnswer(error.message) : new FormData();
  }
}

/**
 * Redirects to a path only: the host that the application sees need not be the one that the browser
 * requested.
 */
function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}
