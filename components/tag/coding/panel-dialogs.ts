// What is read about the codebook and the keys, loaded after the page.
export { Definitions } from "@/components/tag/codebook/definitions";
export { Shortcuts } from "./keys/shortcuts";
