import { Kbd } from "@/components/ui/kbd";
import { STANCE_ORDER } from "@/lib/capture/stance";
import { AXES, AXIS_ORDER } from "@/lib/tag/theme";
import { StanceSign } from "@/components/capture/stance-sign";
import type { ShownTheme } from "./taggings";

export const STANCE_KEYS = { strength: "s", improvement: "i", ask: "a", observation: "o" } as const;

type Props = { themes: readonly ShownTheme[]; keys: ReadonlyMap<string, string> };

/** Which key does what while a line has the focus. */
export function KeyLegend({ themes, keys }: Props) {
  return (
    // Focusable, since on a low screen it scrolls on its own.
    <section
      aria-labelledby="keys"
      tabIndex={0}
      className="text-sm lg:max-h-[calc(100vh-3rem)] lg:overflow-y-auto lg:p-1.5 print:hidden"
    >
      <h2 id="keys" className="text-subheading">
        Keys
      </h2>
      <p className="mt-1 text-soft">
        They work while a line is outlined. Press Tab, or a line, to get there.
      </p>
      <dl className="mt-3 grid gap-1">
        <Row keys={["j", "k"]} says="Next line, line before; the arrows too" />
        <Row keys={["n"]} says="Next line without a theme" />
        <Row keys={["d"]} says="What each theme means" />
        <Row keys={["]", "["]} says="Mark words: one more, one less" />
        <Row keys={["{", "}"]} says="The same at the beginning; Escape to unmark" />
        <Row keys={[","]} says="The theme set last once more, with another stance" />
        <Row keys={["y", "x"]} says="Accept the suggestion, or turn it down" />
        <Row keys={["v"]} says="Looked at again: it still belongs here" />
        <Row keys={["m"]} says="Write a memo" />
        <Row keys={["f"]} says="Flag to talk about, and back" />
        <Row keys={["Enter"]} says="Open the line’s choices, Escape to close" />
        <Row keys={["Backspace"]} says="Take off what you set last on it" />
        <Row keys={["u"]} says="Undo your last change, and the one before" />
      </dl>
      {AXIS_ORDER.map((axis) => {
        const keyed = themes.filter((theme) => theme.axis === axis && keys.has(theme.id));
        if (keyed.length === 0) return null;
        return (
          <div key={axis}>
            <h3 className="mt-4 text-sm text-soft">{AXES[axis]}</h3>
            <dl className="mt-1 grid gap-1">
              {keyed.map(({ id, title, colour }) => (
                <Row
                  key={id}
                  keys={[keys.get(id) ?? ""]}
                  says={title}
                  colour={colour}
                  round={axis === "area"}
                />
              ))}
            </dl>
          </div>
        );
      })}
      <h3 className="mt-4 text-sm text-soft">Stance of the theme set last</h3>
      <dl className="mt-1 grid gap-1">
        {STANCE_ORDER.map((stance) => (
          <div key={stance} className="flex items-baseline gap-2">
            <dt className="min-w-8">
              <Kbd>{STANCE_KEYS[stance]}</Kbd>
            </dt>
            <dd>
              <StanceSign stance={stance} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type RowProps = { keys: readonly string[]; says: string; colour?: string; round?: boolean };

function Row({ keys, says, colour, round }: RowProps) {
  return (
    <div className="flex items-baseline gap-2">
      <dt className={`flex shrink-0 gap-1 ${colour ? "min-w-8" : "min-w-12"}`}>
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dt>
      <dd className="flex items-baseline gap-1.5">
        {colour && (
          <span
            aria-hidden
            className={`size-2.5 shrink-0 bg-hue-${colour} ${round ? "rounded-full" : "rounded-xs"}`}
          />
        )}
        {says}
      </dd>
    </div>
  );
}
