import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";

type Props = { round: { title: string; number: number }; home: string; what: string };

/** Shown beforehand, rather than after the button was pressed. */
export function RoundInTheWay({ round: { title, number }, home, what }: Props) {
  return (
    <Notice title={`It cannot be ${what} yet`}>
      The coding round <Link href={`${home}/coding/rounds/${number}`}>{title}</Link> uses this theme and is
      not settled. Its coders work with the theme as it was when the round was drawn. Settle or abandon the
      round, then come back. Nothing was changed.
    </Notice>
  );
}
