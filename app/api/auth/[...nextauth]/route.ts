import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/access/auth-options";
import { HTTP_STATUS, Refusal } from "@/lib/platform/errors";
import { requireSameOrigin } from "@/lib/platform/origin";

type Context = { params: Promise<{ nextauth: string[] }> };

function handle(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions()) as Promise<Response>;
}

export const GET = handle;

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  try {
    requireSameOrigin(request);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return Response.json({ message: error.message }, { status: HTTP_STATUS[error.kind] });
  }
  return handle(request, context);
}
