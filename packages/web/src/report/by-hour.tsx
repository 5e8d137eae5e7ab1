import type { UsageReport } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { reportMessages } from "../messages/report/index.ts";
import { useTenancy } from "../shell/session.ts";
import { BAR_WIDTH, type Bar, barChart } from "./bar-chart.ts";
import { FigureTable } from "./figure-table.tsx";

type Hours = UsageReport["byHour"];

/** Rides and refusals by hour: as bars, and as a table for those who need the numbers. */
export function ByHour({ hours }: { hours: Hours }) {
  const t = useMessages(reportMessages).byHour;
  return (
    <section className="min-w-0">
      <h2 className="mb-2 text-xl font-bold">{t.title}</h2>
      {hours.every(({ rides, refusals }) => rides + refusals === 0) ? (
        <p>{t.none}</p>
      ) : (
        <>
          <Chart hours={hours} />
          <details className="mt-2">
            <summary className="min-h-11 content-center font-bold text-key-900">{t.table}</summary>
            <FigureTable
              caption={t.title}
              head={[t.hour, t.rides, t.refusals]}
              rows={hours.map(({ hour, rides, refusals }) => [t.hourOf(hour), rides, refusals])}
            />
          </details>
        </>
      )}
    </section>
  );
}

const hourOf = (time: string): number => Number(time.slice(0, 2));
const RIDES = "#0017c1";
const REFUSALS = "#ce0000";

function Chart({ hours }: { hours: Hours }) {
  const t = useMessages(reportMessages).byHour;
  const open = useTenancy().service.hours.flatMap(({ from, to }) => [
    hourOf(from),
    hourOf(to) - (to.endsWith(":00") ? 1 : 0),
  ]);
  const { width, height, bars, lines } = barChart(hours, open);
  return (
    <>
      <p className="mb-1 flex flex-wrap gap-x-5 text-base" aria-hidden="true">
        {[
          [t.rides, RIDES],
          [t.refusals, REFUSALS],
        ].map(([word, colour]) => (
          <span key={word} className="flex items-center gap-2">
            <span className="inline-block size-4 rounded-4" style={{ background: colour }} />
            {word}
          </span>
        ))}
      </p>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t.chart}
        className="h-auto max-w-full"
      >
        {lines.map(({ value, y }) => (
          <g key={value}>
            <line x1={30} x2={width} y1={y} y2={y} stroke="#cccccc" />
            <text x={26} y={y + 5} textAnchor="end" fontSize={14} fill="#333333">
              {value}
            </text>
          </g>
        ))}
        {bars.map(({ hour, x, rides, refusals }) => (
          <g key={hour}>
            <Column x={x - BAR_WIDTH - 1} bar={rides} colour={RIDES} />
            <Column x={x + 1} bar={refusals} colour={REFUSALS} />
            <text x={x} y={height - 8} textAnchor="middle" fontSize={14} fill="#333333">
              {t.hourOf(hour)}
            </text>
          </g>
        ))}
      </svg>
    </>
  );
}

function Column({ x, bar: { value, y, height }, colour }: { x: number; bar: Bar; colour: string }) {
  if (value === 0) return null;
  return (
    <>
      <rect x={x} y={y} width={BAR_WIDTH} height={height} rx={2} fill={colour} />
      <text x={x + BAR_WIDTH / 2} y={y - 5} textAnchor="middle" fontSize={14} fontWeight={700} fill="#333333">
        {value}
      </text>
    </>
  );
}
