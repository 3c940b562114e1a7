import { Link } from "@/components/ui/link";

/** To the board of a theme. */
export function BoardLink({ theme, home }: { theme: { slug: string; title: string }; home: string }) {
  return (
    <p className="mt-3 text-meta">
      <Link href={`${home}/board/${theme.slug}`} className="inline-block py-1">
        Open the board<span className="sr-only"> of {theme.title}</span>
      </Link>
    </p>
  );
}
