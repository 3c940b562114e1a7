import { publishedAnswer } from "../../../read-publication";

/** One published version. Its address stays when a later one supersedes it, and when it is withdrawn. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/published/[review]/[report]/[number]">,
) {
  return publishedAnswer(await params);
}
