import NextAuth from "next-auth";
import { NextRequest } from "next/server";
import { authOptions } from "@/lib/access/sign-in/auth-options";
import { readBody } from "@/lib/access/read-body";
import { HTTP_STATUS, Refusal } from "@/lib/platform/errors";
import { requireSameOrigin } from "@/lib/platform/origin";

/** What next-auth's own pages send: an address to go back to, and a token. */
const MAX_BYTES = 10_000;

type Context = { params: Promise<{ nextauth: string[] }> };

function handle(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions()) as Promise<Response>;
}

export const GET = handle;

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  let body: Uint8Array<ArrayBuffer>;
  try {
    requireSameOrigin(request);
    body = await readBody(request, MAX_BYTES);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return Response.json({ message: error.message }, { status: HTTP_STATUS[error.kind] });
  }
  const { method, headers } = request;
  return handle(new NextRequest(request.url, { method, headers, body }), context);
}
