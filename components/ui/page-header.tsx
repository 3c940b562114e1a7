import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "./breadcrumb";

type Props = {
  title: string;
  breadcrumb?: readonly Crumb[];
  /** One line under the title: how many, when, in what state. */
  meta?: ReactNode;
  actions?: ReactNode;
};

export function PageHeader({ title, breadcrumb, meta, actions }: Props) {
  return (
    <header className="mb-7">
      {breadcrumb && <Breadcrumb items={breadcrumb} />}
      <div className="mt-1.5 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="min-w-0">
          <h1>{title}</h1>
          {meta && <div className="mt-1.5 max-w-measure text-meta text-soft">{meta}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-3">{actions}</div>}
      </div>
    </header>
  );
}
