import type { ComponentProps } from "react";

export type ButtonVariant = "primary" | "quiet" | "danger";
export type ButtonLook = { variant?: ButtonVariant; size?: "normal" | "small" };

const VARIANT: Record<ButtonVariant, string> = {
  primary: "button-primary",
  quiet: "button-quiet",
  danger: "border-danger bg-danger text-paper hover:bg-ink hover:border-ink",
};

const SIZE = {
  normal: "button-normal",
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
