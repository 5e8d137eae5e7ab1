import { useNow } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { boardMessages } from "../messages/board/index.ts";
import { useFormat } from "../shell/session.ts";
import { hoursOf, type LaidLoad, placeIn, type Span } from "./timeline.ts";

/** Beside every lane, for its label. */
export const LABEL_WIDTH = "12rem";

/** The place of a share of the span, right of the labels. */
export const across = (share: number): string =>
  `calc(${LABEL_WIDTH} + (100% - ${LABEL_WIDTH}) * ${share.toFixed(5)})`;

/** Full hours along the top, with lines through all lanes. */
export function HourScale({ span }: { span: Span }) {
  const format = useFormat();
  const hours = hoursOf(span);
  return (
    <div aria-hidden="true" className="h-6 text-base text-quiet">
      {hours.map((hour, i) => (
        <div
          key={hour}
          className="pointer-events-none absolute inset-y-0 border-l border-line"
          style={{ left: across(placeIn(span, hour)) }}
        >
          {i < hours.length - 1 && (
            <span className="absolute top-0 left-1 whitespace-nowrap tabular-nums">{format.time(hour)}</span>
          )}
        </div>
      ))}
    </div>
  );
}

/** Where the day stands now. */
export function NowLine({ span }: { span: Span }) {
  const t = useMessages(boardMessages);
  const format = useFormat();
  const now = useNow();
  return <MomentLine span={span} at={now} label={t.timeline.now(format.time(now))} />;
}

/** A moment of the day across all lanes; nothing when it lies outside. @param at  epoch seconds */
export function MomentLine({ span, at, label }: { span: Span; at: number; label: string }) {
  if (at < span.from || at > span.to) return null;
  return (
    <div
      className="pointer-events-none absolute inset-y-0 z-10 border-l-2 border-error-1"
      style={{ left: across(placeIn(span, at)) }}
    >
      <span className="absolute top-0 -translate-x-1/2 rounded-4 bg-error-2 px-1 text-sm font-bold whitespace-nowrap text-white tabular-nums">
        {label}
      </span>
    </div>
  );
}

/** How many are aboard between the stops: a step for each number. */
export function LoadSteps({ loads, most }: { loads: readonly LaidLoad[]; most: number }) {
  const t = useMessages(boardMessages);
  return (
    <div className="relative h-10 border-b border-line">
      <span className="absolute bottom-0 left-0 text-base text-quiet">{t.timeline.load}</span>
      {loads
        .filter(({ persons }) => persons > 0)
        .map(({ from, to, persons }) => (
          <span
            key={from}
            className="absolute bottom-0 grid justify-center border-r border-white bg-key-200 text-sm leading-none font-bold whitespace-nowrap text-solid-gray-900 tabular-nums"
            style={{
              left: across(from),
              width: `calc((100% - ${LABEL_WIDTH}) * ${(to - from).toFixed(5)})`,
              height: `${0.9 + (1.5 * persons) / Math.max(1, most)}rem`,
            }}
          >
            {persons}
          </span>
        ))}
    </div>
  );
}
