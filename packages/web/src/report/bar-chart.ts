/** One hour's pair of bars, in the units of the drawing. */
export interface HourBars {
  readonly hour: number;
  readonly x: number;
  readonly rides: Bar;
  readonly refusals: Bar;
}

export interface Bar {
  readonly value: number;
  readonly y: number;
  readonly height: number;
}

export interface BarChart {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly HourBars[];
  /** Values of the horizontal lines, from 0 up, with their heights. */
  readonly lines: readonly { readonly value: number; readonly y: number }[];
}

export const BAR_WIDTH = 22;
const SLOT = 64;
const LEFT = 36;
const TOP = 20;
const PLOT = 160;
const BOTTOM = 28;

interface HourFigures {
  readonly hour: number;
  readonly rides: number;
  readonly refusals: number;
}

/**
 * Lays out rides and refusals by hour.
 *
 * @param open  hours of the day that always have their place, in use or not
 */
export function barChart(hours: readonly HourFigures[], open: readonly number[] = []): BarChart {
  const step = lineStep(Math.max(1, ...hours.flatMap(({ rides, refusals }) => [rides, refusals])));
  const top = step * 4;
  const place = (value: number): Bar => {
    const height = (value / top) * PLOT;
    return { value, y: TOP + PLOT - height, height };
  };
  const all = withGaps(hours, open);
  return {
    width: LEFT + all.length * SLOT,
    height: TOP + PLOT + BOTTOM,
    bars: all.map(({ hour, rides, refusals }, i) => ({
      hour,
      x: LEFT + i * SLOT + SLOT / 2,
      rides: place(rides),
      refusals: place(refusals),
    })),
    lines: [0, 1, 2, 3, 4].map((i) => ({ value: i * step, y: place(i * step).y })),
  };
}

/** Four steps of a round size reach the greatest value: 1, 2, 5, 10, 20, 50 … */
function lineStep(most: number): number {
  let step = 1;
  for (let i = 0; step * 4 < most; i++) step = [2, 5, 10][i % 3]! * 10 ** Math.floor(i / 3);
  return step;
}

/** Every hour from the first to the last, those without figures too. */
function withGaps(hours: readonly HourFigures[], open: readonly number[]): readonly HourFigures[] {
  const numbers = [...hours.map(({ hour }) => hour), ...open];
  if (numbers.length === 0) return [];
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  return Array.from(
    { length: last - first + 1 },
    (_, i) => hours.find(({ hour }) => hour === first + i) ?? { hour: first + i, rides: 0, refusals: 0 },
  );
}
