import { publishedAnswer } from "../../read-publication";

/** The newest published version that whoever asks may open. */
export async function GET(_request: Request, { params }: RouteContext<"/published/[review]/[report]">) {
  return publishedAnswer({ ...(await params), number: null });
}
