import Link from "next/link";
import { Notice } from "@/components/ui/notice";

type Props = { round: { title: string; number: number }; home: string; what: string };

/** Said beforehand, rather than when the button was pressed. */
export function RoundInTheWay({ round: { title, number }, home, what }: Props) {
  return (
    <Notice title={`It cannot be ${what} yet`}>
      The coding round <Link href={`${home}/coding/rounds/${number}`}>{title}</Link> uses it and is not
      settled: its coders judge it as it stood when the round was drawn. Settle or give up the round, then
      come back. Nothing was changed.
    </Notice>
  );
}
