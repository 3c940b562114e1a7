import type { ComponentProps } from "react";

export type ButtonVariant = "primary" | "quiet" | "danger";
export type ButtonLook = { variant?: ButtonVariant; size?: "normal" | "small" };

const VARIANT: Record<ButtonVariant, string> = {
  primary: "border-ink bg-ink text-paper hover:bg-accent hover:border-accent",
  quiet: "button-quiet",
  danger: "border-danger bg-danger text-paper hover:bg-ink hover:border-ink",
};

const SIZE = {
  normal: "min-h-11 px-4 py-2 text-meta",
  small: "button-small",
};

/** The classes of something that looks like a button. */
export function buttonLook({ variant = "primary", size = "normal" }: ButtonLook, extra = "") {
  return `button ${SIZE[size]} ${VARIANT[variant]}${extra && ` ${extra}`}`;
}

export function Button({
  variant,
  size,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & ButtonLook) {
  return <button type={type} className={buttonLook({ variant, size }, className)} {...rest} />;
}
