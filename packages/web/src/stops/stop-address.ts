/** The address that the code on a stop's marker holds; short, so that the code stays coarse. */
export const stopAddress = (
  origin: string,
  { tenant, stopId }: { readonly tenant: string; readonly stopId: string },
): string => `${origin}/t/${tenant}/stops/${stopId}`;
