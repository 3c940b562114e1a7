import { Link } from "@/components/ui/link";
import type { ComponentProps } from "react";
import { buttonLook, type ButtonLook } from "../button";

/** A link to another page that looks like a button. */
export function ButtonLink({ variant, size, className, ...rest }: ComponentProps<typeof Link> & ButtonLook) {
  return <Link className={buttonLook({ variant, size }, className)} {...rest} />;
}
