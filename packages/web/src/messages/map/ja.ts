/** Texts of the map. Gives the shape for the other languages. */
export const ja = {
  zoomIn: "地図を拡大する",
  zoomOut: "地図を縮小する",
  showAll: "全体を表示する",
  noMap: "お使いの環境では地図を表示できません。一覧からお使いください。",
  loading: "地図を読み込んでいます…",
  estimate: "概算",
  estimateHint: "道路のデータがないため、所要時間は直線距離から計算しためやすです。",
  noRoads: "道路の地図はありません。乗降ポイントの位置だけを表示しています。",
  stop: (number: number, name: string) => `${number}番 ${name}`,
};

export type MapMessages = typeof ja;
