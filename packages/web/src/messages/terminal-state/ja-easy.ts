import type { TerminalStateMessages } from "./ja.ts";

export const jaEasy: TerminalStateMessages = {
  label: "端末（たんまつ）",
  battery: (percent) => `電池（でんち）${percent}%`,
  charging: "充電（じゅうでん）しています",
  storage: (megabytes) => `空（あ）き${megabytes}`,
  signal: { good: "電波（でんぱ）がよい", weak: "電波（でんぱ）が弱（よわ）い" },
  unsent: (count) => `まだ送（おく）っていない${count}`,
  noPosition: "場所（ばしょ）がわからない設定（せってい）",
  goesDark: "画面（がめん）が消（き）える設定（せってい）",
  unseen: (minutes) => `見（み）ていない時間（じかん）${minutes}分（ふん）`,
  phone: (minutes) => `${minutes}分（ふん）たっても見（み）ていません。電話（でんわ）してください。`,
  old: (minutes) => `端末（たんまつ）の報告（ほうこく） ${minutes}分（ふん）前（まえ）`,
};
