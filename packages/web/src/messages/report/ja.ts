export const ja = {};

export type ReportMessages = typeof ja;
