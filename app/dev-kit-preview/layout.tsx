import type { ReactNode } from "react";
export const metadata = { title: "Preview" };
export default function Layout({ children }: { children: ReactNode }) {
  return children;
}
