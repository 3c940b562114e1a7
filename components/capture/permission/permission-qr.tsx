import type { DrawnCode } from "@/lib/capture/permission/permission-code";

/** Black on white in every colour scheme: readers need the contrast, and the quiet zone around the code. */
export function PermissionQr({ code: { size, path }, label }: { code: DrawnCode; label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-40 shrink-0 print:size-28"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
