import type { Position } from "@noriai/kernel";

/**
 * The standard area mesh (標準地域メッシュ, third order) of a place, about one kilometre square: "5131-12-34".
 * @see JIS X 0410
 */
export function meshOf({ lat, lng }: Position): string {
  const latSeconds = Math.floor(lat * 3600);
  const lngSeconds = Math.floor((lng - 100) * 3600);
  const first = [Math.floor(latSeconds / 2400), Math.floor(lngSeconds / 3600)];
  const second = [Math.floor((latSeconds % 2400) / 300), Math.floor((lngSeconds % 3600) / 450)];
  const third = [Math.floor(((latSeconds % 2400) % 300) / 30), Math.floor(((lngSeconds % 3600) % 450) / 45)];
  return [first, second, third].map((pair) => pair.join("")).join("-");
}
