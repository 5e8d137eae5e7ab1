/** Months in which snow may lie; whoever writes a winter note means them. */
export const isWinter = (serviceDate: string): boolean =>
  ["11", "12", "01", "02", "03", "04"].includes(serviceDate.slice(5, 7));
