import { never } from "@noriai/kernel";
import { type AccountFault, START_FAULTS_JA } from "@noriai/server";
import type { Mismatch } from "@noriai/store";
import type {
  AreaProblem,
  Damage,
  IgnoredReason,
  LimitedAmount,
  LooksLike,
  MapFault,
  MapReport,
} from "@noriai/travel";
import type { ArgumentFault } from "./parse-arguments.ts";
import type { FileFault } from "./read-input-file.ts";
import type { Need } from "./shape.ts";
import type { Texts } from "./texts.ts";

export const JAPANESE: Texts = {
  usage: `noriai 乗合 – デマンド交通

  noriai serve
      サーバーを動かします（環境変数は docs/operations.md）。
  noriai tenant add FILE
      自治体と運行サービスをJSONファイルから登録します（例：docs/examples/town.json）。
  noriai map import FILE [--area GEOJSON] [--tenant ID] [--force]
      道路地図（.osm.pbf）を調べて報告します。--tenant を付けると、その自治体の地図になります。
      内蔵データベースのときは、先にサーバーを止めてください。
      --force を付けると、道路から離れた場所があっても保存します。
  noriai address import FILE --tenant ID
      町丁目の一覧（CSVの town, lat, lng の列）を登録します。利用者が住所の近くの乗降ポイントを探せます。
  noriai account add --tenant ID --role ROLE --login LOGIN --name NAME [--member NUMBER] [--vehicle ID]
      アカウントを作ります。パスワードは画面で尋ねるか、標準入力から読みます。
      ROLE: rider 利用者, call_operator 電話受付, driver 運転者, transport_operator 運行事業者,
      municipality 自治体, auditor 監査人
  noriai replay --tenant ID --date DATE [--json]
      運行日の決定を記録から最初からやり直し、運行計画が当時と同じかを1つずつ比べます。`,
  unknownCommand: (words) => `「${words}」という命令はありません。使えるもの：`,
  argumentFault,
  fileFault,
  notJson: (file) => `${file} はJSONではありません。ポリゴンの入ったGeoJSONを指定してください。`,
  mapFault,
  mapReport,
  stopsOnRoads: ({ snapped, all }) =>
    `乗降ポイント${all}か所のうち${snapped}か所が、この地図の道路に面しています。`,
  stopOffRoad: ({ number, name, meters, metersMax }) =>
    `  ${number}番 ${name} は最寄りの道路まで${meters} mです（${metersMax} mまで）。位置を直すか、広い地図を使ってください。`,
  depotOffRoad: ({ vehicle, name, meters, metersMax }) =>
    `  ${vehicle}の車庫 ${name} は最寄りの道路まで${meters} mです（${metersMax} mまで）。位置を直すか、広い地図を使ってください。`,
  placesOffMap: ({ stops, depots }) =>
    `この地図の道路が届かない乗降ポイントが${stops}か所、車庫が${depots}か所あります。保存していません。上のとおり直すか、--force を付けてください（その乗降ポイントの予約はお断りすることになります）。`,
  mapChecked: "この地図は使えます。保存はしていません。自治体の地図にするには --tenant を付けてください。",
  noStopOnMap: (tenant) =>
    `${tenant} の乗降ポイントが1つもこの地図にありません。別の町の地図のようです。保存していません。`,
  mapSaved: (tenant) => `${tenant} の地図にしました。動作中のサーバーには数秒で反映されます。`,
  addressFault: (fault, file) =>
    fault.kind === "no-column"
      ? `${file} の1行目に「${fault.column}」の列がありません。保存していません。`
      : `${file} の${fault.line}行目に、名前か緯度・経度がありません。保存していません。直してからやり直してください。`,
  addressesSaved: ({ tenant, count, withoutPoint }) =>
    `${count}件の町名を ${tenant} に登録しました。${withoutPoint === 0 ? "" : `位置のない${withoutPoint}件は除きました。`}`,
  unknownTenant: ({ tenant, known }) =>
    `${tenant} という自治体はありません。${known.length === 0 ? "まだ1つも登録がありません" : `あるのは ${known.join("、")} です`}。`,
  unknownRole: (role) =>
    `${role} という役割はありません。rider, call_operator, driver, transport_operator, municipality, auditor から選んでください。`,
  passwordPrompt: "パスワード（15文字以上）：",
  passwordAgain: "もう一度：",
  passwordsDiffer: "2回の入力が違います。保存していません。もう一度実行してください。",
  accountFault,
  accountAdded: ({ login, tenant }) => `${tenant} のアカウント ${login} を作りました。ログインできます。`,
  notJsonTown: (file) =>
    `${file} はJSONではありません。docs/examples/town.json のようなファイルを指定してください。`,
  townFault: ({ path, need }) => `${path === "" ? "ファイル全体" : path}：${needOf(need)}。`,
  townNotSaved: ({ file, faults }) =>
    `${file} には直すところが${faults}か所あります。保存していません。直して、もう一度実行してください。`,
  tenantTaken: (tenant) =>
    `${tenant} という自治体は、運行サービスとともに登録されています。別のidにしてください。何も変えていません。`,
  tenantAdded: ({ id, stops, vehicles }) =>
    `${id} を登録しました（乗降ポイント${stops}か所、車両${vehicles}台）。次は noriai map import と noriai account add です。`,
  notADate: (text) => `「${text}」は日付ではありません。2026-11-24 のように書いてください。`,
  replayMismatch,
  replayOtherEngine: ({ engine, others }) =>
    `このプログラム（${engine}）とは別のエンジン（${others.join("、")}）が決めた日です。違いはそのためかもしれません。`,
  replayVerdict: ({ tenant, date, decisions, mismatches }) =>
    mismatches === 0
      ? `${tenant} ${date}：決定${decisions}件、運行計画はすべて同じです。`
      : `${tenant} ${date}：決定${decisions}件、食い違い${mismatches}件。`,
  settingsFault: ({ ja }) => ja,
  startFault: ({ kind, reason }) => `${START_FAULTS_JA[kind]}（${reason}）`,
};

function argumentFault(fault: ArgumentFault): string {
  switch (fault.kind) {
    case "missing-value":
      return `${fault.name} がありません。`;
    case "too-many-values":
      return `「${fault.value}」が余分です。空白のある名前は引用符で囲んでください。`;
    case "unknown-option":
      return `ここでは --${fault.option} は使えません。`;
    case "option-without-value":
      return `--${fault.option} には値が要ります。`;
    case "option-twice":
      return `--${fault.option} が2回あります。`;
    case "missing-option":
      return `--${fault.option} がありません。`;
    default:
      return never(fault);
  }
}

function fileFault({ kind, file }: FileFault): string {
  switch (kind) {
    case "no-such-file":
      return `${file} というファイルはありません。`;
    case "not-a-file":
      return `${file} はファイルではありません。`;
    case "not-readable":
      return `${file} を読む権限がありません。`;
    default:
      return never(kind);
  }
}

function needOf(need: Need): string {
  switch (need.kind) {
    case "whole-number":
      return `${need.min}から${need.max}までの整数にしてください`;
    case "number":
      return `${need.min}から${need.max}までの数にしてください`;
    case "only-once":
      return `「${need.value}」が2回あります。それぞれ別のものにしてください`;
    case "known-stop":
      return `「${need.value}」という乗降ポイントはありません。あるものを指定してください`;
    case "at-most":
      return `${need.field} の値以下にしてください`;
    default:
      return NEED[need.kind];
  }
}

const NEED: Record<
  Exclude<Need["kind"], "whole-number" | "number" | "only-once" | "known-stop" | "at-most">,
  string
> = {
  object: "オブジェクト { … } にしてください",
  list: "配列 [ … ] にしてください",
  "list-with-entries": "配列の要素が足りません",
  text: "文字列にしてください",
  "yes-or-no": "true か false にしてください",
  date: "2026-04-01 のような日付にしてください",
  "date-order": "終わりの日が始まりより前です。入れ替えてください",
  time: "09:00 のような時刻にしてください",
  "time-order": "終わりの時刻が始まりより前です。入れ替えてください",
  "time-zone": "Asia/Tokyo のようなタイムゾーンにしてください",
  slug: "半角の小文字・数字・- で、63文字までにしてください",
  ring: "[経度, 緯度] の点を並べ、最後を最初と同じ点にしてください",
  pace: "時間帯を順に並べ、permille は500から5000まで、snow も書いてください",
  "no-such-field": "この項目はありません。つづりを確かめるか、消してください",
};

function accountFault(fault: AccountFault): string {
  switch (fault.kind) {
    case "unknown-tenant":
      return "その自治体はありません。--tenant を確かめてください。";
    case "login-taken":
      return "同じログイン名のアカウントがあります。--login を変えてください。";
    case "login-malformed":
      return "ログイン名に使えるのは文字と数字と @ . _ + - で、100文字までです。--login を変えてください。";
    case "password-too-short":
      return `パスワードが短すぎます。${fault.lengthMin}文字以上にしてください。`;
    case "unknown-member":
      return "その会員番号の会員はいません。--member を確かめてください。";
    case "member-needed":
      return "利用者は会員です。--member に会員番号を付けてください。";
    case "unknown-vehicle":
      return "その車両はありません。--vehicle を確かめてください。";
    case "vehicle-needed":
      return "運転者には車両が要ります。--vehicle に車両のIDを付けてください。";
    default:
      return never(fault);
  }
}

function replayMismatch(mismatch: Mismatch): string {
  switch (mismatch.kind) {
    case "log-begins-late":
      return `記録は運行計画の第${mismatch.version}版から始まっています。それより前は記録がありません。`;
    case "line-missing":
      return `決定${mismatch.no}：記録がありません。`;
    case "line-altered":
      return `決定${mismatch.no}：記録が書かれたときのままではありません。`;
    case "grounds-altered":
      return `決定${mismatch.no}：もとになった運行サービスか所要時間が、ないか書き換えられています。`;
    case "not-decidable":
      return `決定${mismatch.no}：もう一度決めることができません（${mismatch.because}）。`;
    case "version-differs":
      return `決定${mismatch.no}：運行計画が第${mismatch.logged}版ではなく第${mismatch.replayed}版になりました。`;
    case "plan-differs":
      return `決定${mismatch.no}：運行計画が違います（SHA-256 ${mismatch.replayed}、当時は ${mismatch.logged}）。`;
    case "changes-differ":
      return `決定${mismatch.no}：運行計画は同じですが、予約・約束・運賃・お断りのどれかが違います。`;
    case "stored-plan-differs":
      return `いまの運行計画（第${mismatch.version}版）は、最後の決定のものではありません。`;
    default:
      return never(mismatch);
  }
}

function mapFault(fault: MapFault, file: string): string {
  switch (fault.kind) {
    case "not-a-pbf":
      return `${file} は .osm.pbf ではありません（${LOOKS[fault.looksLike]}のようです）。PBF形式の地図を入手してください。`;
    case "damaged":
      return `${file} は ${fault.atByte} バイト目で壊れています（${DAMAGE[fault.reason]}）。もう一度入手してください。`;
    case "unsupported":
      return `${file} は「${fault.feature}」を使っていて読めません。osmium cat -o new.osm.pbf で書き直してください。`;
    case "too-large":
      return `${file} は大きすぎます（${AMOUNT[fault.what]} ${fault.size}、上限 ${fault.sizeMax}）。先に町の範囲で切り出してください。`;
    case "no-roads":
      return `${file} には車の通れる道路がありません（${fault.waysRead}本を確認）。道路の入った地図を使ってください。`;
    case "no-roads-in-area":
      return `区域の中に道路がありません（外に${fault.roadsOutside}本）。地図と区域が合っているか、座標が経度・緯度の順か確かめてください。`;
    case "not-connected":
      return `${file} の道路（${fault.edges}方向）は行って戻ることができません。もっと広い範囲を使ってください。`;
    case "area-not-geojson":
      return `区域がGeoJSONのポリゴンではありません。${AREA[fault.problem]}。`;
    case "not-a-road-map":
      return `保存された地図が読めません（${fault.bytes}バイト）。取り込み直してください。`;
    case "unknown-version":
      return `保存された地図は版${fault.version}で、このプログラムは版${fault.versionKnown}までです。取り込み直してください。`;
    default:
      return never(fault);
  }
}

const LOOKS: Record<LooksLike, string> = {
  nothing: "空のファイル",
  gzip: "gzip",
  zip: "ZIP",
  bzip2: "bzip2",
  markup: "XMLかWebページ",
  json: "JSON",
  unknown: "不明な形式",
};

const DAMAGE: Record<Damage, string> = {
  "cut-short": "途中で切れています",
  "bad-frame": "ブロックの先頭が壊れています",
  "bad-compression": "展開できません",
  "bad-block": "ブロックの形が違います",
  "bad-checksum": "検査値が合いません",
  "bad-content": "内容が矛盾しています",
};

const AMOUNT: Record<LimitedAmount, string> = {
  "file-bytes": "バイト数",
  "inflated-bytes": "展開後のバイト数",
  "block-items": "1ブロックの要素数",
  "road-nodes": "道路の点の数",
  turns: "交差点の曲がり方の数",
  "area-points": "区域の点の数",
};

const AREA: Record<AreaProblem, string> = {
  "not-an-object": "GeoJSONのオブジェクトになっていません",
  "no-polygon": "ポリゴンが入っていません",
  "bad-ring": "閉じていないか、点の足りない輪があります",
  "bad-coordinate": "[経度, 緯度]でない点があります",
};

const IGNORED: Record<IgnoredReason, string> = {
  "not-for-cars": "車以外",
  conditional: "時間・条件付き",
  "via-way": "区間経由",
  incomplete: "不完全",
  "off-map": "範囲外",
};

function mapReport(report: MapReport): readonly string[] {
  const { source, turnRestrictions, bounds } = report;
  const ignored = Object.entries(turnRestrictions.ignored) as [IgnoredReason, number][];
  const ignoredCount = ignored.reduce((sum, [, count]) => sum + count, 0);
  const ignoredList = ignored.map(([reason, count]) => `${IGNORED[reason]} ${count}`).join("、");
  return [
    `道路　　　車の通れる道 ${report.ways}本、${report.kilometers} km、交差点 ${report.junctions}、点 ${report.shapePoints}`,
    `　　　　　車の通れない道 ${report.waysClosedToCars}本は除外`,
    `一方通行　${report.oneWayWays}本${report.oneWayWays === 0 ? "（情報がないため、逆走する経路が出ることがあります）" : ""}`,
    `右左折　　規制 ${turnRestrictions.used}件を反映、${ignoredCount}件は対象外（${ignoredList}）`,
    `つながり　延長の ${(report.coreLengthPermille / 10).toFixed(1)} % が互いに行き来できます`,
    `欠け　　　ファイルの外にある点 ${report.nodesMissing}`,
    `範囲　　　${place(bounds.southWest)} 〜 ${place(bounds.northEast)}`,
    `ファイル　${source.bytes} バイト、SHA-256 ${source.sha256}`,
    `出典　　　${source.attribution}`,
  ];
}

const place = ({ lat, lng }: { readonly lat: number; readonly lng: number }): string =>
  `${lat.toFixed(4)}, ${lng.toFixed(4)}`;
