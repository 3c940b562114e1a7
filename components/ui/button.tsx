import { Link } from "@/components/ui/link";
import type { ComponentProps } from "react";

export type ButtonVariant = "primary" | "quiet" | "danger";
type Look = { variant?: ButtonVariant; size?: "normal" | "small" };

const VARIANT: Record<ButtonVariant, string> = {
  primary: "border-ink bg-ink text-paper hover:bg-accent hover:border-accent",
  quiet: "button-quiet",
  danger: "border-danger bg-danger text-paper hover:bg-ink hover:border-ink",
};

const SIZE = {
  normal: "min-h-11 px-4 py-2 text-meta",
  small: "button-small",
};

function look({ variant = "primary", size = "normal" }: Look, extra = "") {
  return `button ${SIZE[size]} ${VARIANT[variant]}${extra && ` ${extra}`}`;
}

export function Button({
  variant,
  size,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & Look) {
  return <button type={type} className={look({ variant, size }, className)} {...rest} />;
}

/** A link to another page that looks like a button. */
export function ButtonLink({ variant, size, className, ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link className={look({ variant, size }, className)} {...rest} />;
}
