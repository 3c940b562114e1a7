import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { SkipLink } from "@/components/ui/navigation/skip-link";
import { env } from "@/lib/platform/env";
import { uiFont, voiceFont } from "./fonts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "NPQ review", template: "%s - NPQ review" },
  description:
    "What practitioners say about National Professional Qualifications, from the words to the report.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading the request makes every page dynamic, which the nonce of the Content-Security-Policy needs.
  await headers();
  return (
    <html lang="en-GB" className={`${uiFont.variable} ${voiceFont.variable}`}>
      <body>
        <SkipLink href="#main">Skip to main content</SkipLink>
        {env().demonstration && (
          <aside
            aria-label="Demonstration"
            className="gutter bg-accent py-1.5 text-sm text-paper print:hidden"
          >
            Demonstration: made-up people on this computer only. Nothing is sent anywhere.
          </aside>
        )}
        {children}
      </body>
    </html>
  );
}
