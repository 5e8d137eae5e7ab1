import type { RollCall } from "@noriai/api";
import type { Service } from "@noriai/booking";
import { type CsvColumn, type CsvEncoding, type CsvFile, csvFile } from "./csv-file.ts";

/** Roll calls (点呼記録簿) with what the regulation asks for. 旅客自動車運送事業運輸規則 第24条 */
export function rollCallsCsv({
  service,
  calls,
  encoding,
}: {
  readonly service: Service;
  readonly calls: readonly RollCall[];
  readonly encoding: CsvEncoding;
}): CsvFile {
  return csvFile(calls, { columns: columnsOf(service), encoding });
}

const METHODS: Readonly<Record<RollCall["method"], string>> = {
  face: "対面",
  it: "IT点呼",
  phone: "電話",
  self: "自己申告",
};

function columnsOf({ projectName, vehicles }: Service): readonly CsvColumn<RollCall>[] {
  const vehicleOf = (id: string) => vehicles.find((vehicle) => vehicle.id === id);
  return [
    ["事業名", () => projectName],
    ["運行日", ({ serviceDate }) => serviceDate],
    ["点呼の別", ({ moment }) => (moment === "before" ? "業務前" : "業務後")],
    ["点呼日時", ({ at }) => at.slice(0, 16).replace("T", " ")],
    ["点呼方法", ({ method }) => METHODS[method]],
    ["点呼執行者", ({ by }) => by],
    ["乗務員番号", ({ number }) => number],
    ["運転者", ({ name }) => name],
    ["車両", ({ vehicleId }) => vehicleOf(vehicleId)?.name ?? vehicleId],
    ["登録番号", ({ vehicleId }) => vehicleOf(vehicleId)?.plate ?? ""],
    ["アルコール検知器", ({ detector }) => detector],
    ["酒気帯び", ({ isDetected }) => (isDetected ? "有" : "無")],
    ["疾病・疲労・睡眠不足", ({ isHealthy }) => (isHealthy ? "無" : "有")],
    ["健康状態", ({ health }) => health],
    ["日常点検", ({ isVehicleInOrder }) => inspectionText(isVehicleInOrder)],
    ["指示事項", ({ instructions }) => instructions],
    ["備考", ({ remarks }) => remarks],
  ];
}

const inspectionText = (isInOrder: boolean | null): string =>
  isInOrder === null ? "" : isInOrder ? "異常なし" : "異常あり";
