import { Link } from "@/components/ui/link";

type Props = { themes: readonly { slug: string; title: string }[]; hrefOf: (text: string) => string };

/** The way from words to what was said under the themes that they are about, in whatever words. */
export function ThemesMeantLinks({ themes, hrefOf }: Props) {
  if (themes.length === 0) return null;
  return (
    <p className="mt-2 max-w-measure text-meta">
      {"People may have said this in other words. See everything under "}
      {themes.map(({ slug, title }, at) => (
        <span key={slug}>
          {at > 0 && (at === themes.length - 1 ? " or " : ", ")}
          <Link href={hrefOf(`theme:${slug}`)}>{title}</Link>
        </span>
      ))}
      .
    </p>
  );
}
