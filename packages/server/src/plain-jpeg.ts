const START = 0xd8;
const SCAN = 0xda;
const COMMENT = 0xfe;
/** APP1 … APP15: Exif with place and device, thumbnails, makers' notes. APP0 (JFIF) is kept. */
const isAbout = (marker: number): boolean => (marker >= 0xe1 && marker <= 0xef) || marker === COMMENT;

/**
 * The picture alone: a JPEG without the segments that tell where, when and with what it was taken. Nothing when the
 * bytes are no JPEG.
 * @see ITU-T T.81 B.1
 */
export function plainJpeg(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== START) return undefined;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff || marker < 0xc0) return undefined;
    if (marker === SCAN) {
      const ends = bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9;
      return ends ? Buffer.concat([...kept, bytes.subarray(at)]) : undefined;
    }
    const end = at + 2 + bytes[at + 2]! * 256 + bytes[at + 3]!;
    if (end <= at + 3 || end > bytes.length) return undefined;
    if (!isAbout(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}
