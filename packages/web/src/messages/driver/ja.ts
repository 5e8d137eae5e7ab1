export const ja = {};

export type DriverMessages = typeof ja;
