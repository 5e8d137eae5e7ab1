/** Enough to recognise a place on a phone. */
const WIDTH_MAX = 800;
/** What the server takes in one request, as base64 and with room for the rest. */
const BYTES_MAX = 45_000;
const QUALITIES = [0.8, 0.65, 0.5, 0.35, 0.2];

/** A picture from a camera as a small JPEG in base64, drawn anew: what the camera wrote beside it stays behind. */
export async function shrinkPicture(file: Blob): Promise<string | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (bitmap === undefined) return undefined;
  const scale = Math.min(1, WIDTH_MAX / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  for (const quality of QUALITIES) {
    const [, base64 = ""] = canvas.toDataURL("image/jpeg", quality).split(",");
    if (base64.length * 0.75 <= BYTES_MAX) return base64;
  }
  return undefined;
}
