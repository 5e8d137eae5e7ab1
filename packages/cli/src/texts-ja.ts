import { never } from "@noriai/kernel";
import { type AccountFault, START_FAULTS_JA } from "@noriai/server";
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
import type { Texts } from "./texts.ts";

export const JAPANESE: Texts = {
  usage: `noriai 乗合 – デマンド交通

  noriai serve
      サーバーを動かします（環境変数は docs/operations.md）。
  noriai map import FILE [--area GEOJSON] [--tenant ID]
      道路地図（.osm.pbf）を調べて報告します。--tenant を付けると、その自治体の地図になります。
      内蔵データベースのときは、先にサーバーを止めてください。
  noriai account add --tenant ID --role ROLE --login LOGIN --name NAME [--member NUMBER] [--vehicle ID]
      アカウントを作ります。パスワードは画面で尋ねるか、標準入力から読みます。
      ROLE: rider 利用者, call_operator 電話受付, driver 運転者, transport_operator 運行事業者,
      municipality 自治体, auditor 監査人`,
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
  mapChecked: "この地図は使えます。保存はしていません。自治体の地図にするには --tenant を付けてください。",
  noStopOnMap: (tenant) =>
    `${tenant} の乗降ポイントが1つもこの地図にありません。別の町の地図のようです。保存していません。`,
  mapSaved: (tenant) => `${tenant} の地図にしました。動作中のサーバーには数秒で反映されます。`,
  unknownTenant: ({ tenant, known }) =>
    `${tenant} という自治体はありません。${known.length === 0 ? "まだ1つも登録がありません" : `あるのは ${known.join("、")} です`}。`,
  unknownRole: (role) =>
    `${role} という役割はありません。rider, call_operator, driver, transport_operator, municipality, auditor から選んでください。`,
  passwordPrompt: "パスワード（15文字以上）：",
  passwordAgain: "もう一度：",
  passwordsDiffer: "2回の入力が違います。保存していません。もう一度実行してください。",
  accountFault,
  accountAdded: ({ login, tenant }) => `${tenant} のアカウント ${login} を作りました。ログインできます。`,
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
