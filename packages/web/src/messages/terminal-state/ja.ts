/** How a vehicle's terminal is, for the control room. Gives the shape for the other languages. */
export const ja = {
  label: "端末",
  battery: (percent: number) => `電池${percent}%`,
  charging: "充電中",
  storage: (megabytes: string) => `空き${megabytes}`,
  signal: { good: "電波よい", weak: "電波弱い" },
  unsent: (count: number) => `未送信${count}件`,
  noPosition: "位置が許可されていない",
  goesDark: "画面が消える設定",
  unseen: (minutes: number) => `未確認のまま${minutes}分`,
  phone: (minutes: number) => `${minutes}分たっても確認がありません。電話してください。`,
  old: (minutes: number) => `端末の報告 ${minutes}分前`,
};

export type TerminalStateMessages = typeof ja;
