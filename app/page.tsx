import { redirect } from "next/navigation";
import { findViewer } from "@/lib/access/viewer";

export default async function Start() {
  redirect((await findViewer()) ? "/reviews" : "/sign-in");
}
