/** Nobody waits longer on the phone than this; what rang before was not answered. */
export const RINGS_SECONDS = 120;

/** 4:05, as far as the server's clock has come. */
export const clockText = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
};
