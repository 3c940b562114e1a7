import { PERMISSION_LEVELS } from "@/lib/capture/people/permission-choices";
import type { Slip } from "@/lib/capture/permission/permission";
import { ALWAYS_SAID, CHOICE_WORDS } from "@/lib/capture/permission/permission-words";
import { PermissionQr } from "./permission-qr";
import { PermissionWording } from "./permission-wording";

export type SlipTexts = {
  review: string;
  roundtable: string;
  held: string;
  wording: string;
  version: number;
};

/**
 * One participant's slip, a separate page in print, A5 or larger: to tick and hand back, or to scan. No name
 * on it.
 */
export function PermissionSlip({ slip: { label, link }, texts }: { slip: Slip; texts: SlipTexts }) {
  return (
    <section
      aria-label={`Slip of ${label}`}
      className="break-after-page border border-line p-5 last:break-after-auto print:border-0 print:p-0 print:text-xs print:leading-tight"
    >
      <div className="flex items-start justify-between gap-6">
        <div className="min-w-0">
          <h2 className="print:text-base">What may happen with what you say</h2>
          <p className="text-meta print:text-xs">{texts.review}</p>
          <p className="text-meta print:text-xs">{`${texts.roundtable}, ${texts.held}`}</p>
        </div>
        <p className="text-title">{label}</p>
      </div>
      <div className="mt-4 text-meta print:mt-2 print:text-xs print:leading-tight">
        <PermissionWording text={texts.wording} />
        <ul className="mt-3 grid max-w-measure list-disc gap-0.5 pl-5">
          {ALWAYS_SAID.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      <p className="mt-4 font-semibold print:mt-2">Tick one, and hand this back to a facilitator</p>
      <ul className="mt-2 grid gap-2 print:mt-1 print:gap-1">
        {PERMISSION_LEVELS.map((level) => (
          <li key={level} className="grid grid-cols-[1.5rem_1fr] gap-x-3">
            <span aria-hidden className="mt-0.5 size-5 border-2 border-ink" />
            <span className="max-w-measure">
              <b>{CHOICE_WORDS[level].title}</b>
              <span className="block text-meta print:text-xs print:leading-tight">
                {CHOICE_WORDS[level].means}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {link && (
        <div className="mt-4 flex flex-wrap items-center gap-5 print:mt-2 print:gap-3">
          <PermissionQr code={link.code} label={`Code that opens the choice of ${label}`} />
          <div className="min-w-0 flex-1 basis-60 text-meta print:basis-40 print:text-xs">
            <p>Or choose on your phone: scan the code, or go to</p>
            <p className="mt-1 break-all">{link.address}</p>
            <p className="mt-1">Do not share it: anyone who has the link can choose for you.</p>
          </div>
        </div>
      )}
      <p className="mt-3 text-sm text-soft print:mt-1 print:text-xs">Wording {texts.version}</p>
    </section>
  );
}
