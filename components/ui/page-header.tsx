import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "@/components/ui/navigation/breadcrumb";

type Props = {
  title: string;
  breadcrumb?: readonly Crumb[];
  /** One line under the title: how many, when, in what state. */
  meta?: ReactNode;
  actions?: ReactNode;
  /** Compact, for pages that people work on: that line is next to the title. */
  compact?: boolean;
};

export function PageHeader({ title, breadcrumb, meta, actions, compact = false }: Props) {
  return (
    <header className={compact ? "mb-2.5" : "mb-7"}>
      {breadcrumb && <Breadcrumb items={breadcrumb} />}
      <div
        className={`flex flex-wrap items-end justify-between gap-x-8 ${compact ? "mt-0.5 gap-y-2" : "mt-1.5 gap-y-4"}`}
      >
        <div className={`min-w-0 ${compact ? "flex flex-wrap items-baseline gap-x-4" : ""}`}>
          <h1>{title}</h1>
          {meta && (
            <div className={`max-w-measure text-meta text-soft ${compact ? "" : "mt-1.5"}`}>{meta}</div>
          )}
        </div>
        {actions && (
          <div className={`flex flex-wrap items-center ${compact ? "gap-1.5" : "gap-3"}`}>{actions}</div>
        )}
      </div>
    </header>
  );
}
