import localFont from "next/font/local";

/**
 * The two fonts, Latin subset, served by the application itself. `uiFont` is for what the software says, on
 * every page, so it is preloaded; `voiceFont` is for what people said and loads where it is used. Each gets a
 * fallback scaled to its own metrics, so that text does not jump when the font arrives. Put both `.variable`
 * classes on <html>; app/globals.css makes `font-ui` and `font-voice` of them.
 */
export const uiFont = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  weight: "200 800",
  style: "normal",
  display: "swap",
  adjustFontFallback: "Arial",
  variable: "--ui-face",
});

export const voiceFont = localFont({
  src: [
    {
      path: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
      weight: "200 900",
      style: "normal",
    },
    {
      path: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
      weight: "200 900",
      style: "italic",
    },
  ],
  display: "swap",
  preload: false,
  adjustFontFallback: "Times New Roman",
  variable: "--voice-face",
});
