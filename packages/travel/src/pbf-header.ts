import type { EpochSeconds } from "@noriai/kernel";
import { listBlobs, openBlob } from "./pbf-blobs.ts";
import { wireFields } from "./wire.ts";

const REPLICATION_TIMESTAMP = 32; // HeaderBlock.osmosis_replication_timestamp

/** Until when the data of a sound PBF file was complete, when its writer noted it. */
export function readDataInstant(pbf: Uint8Array): EpochSeconds | undefined {
  const blobs = listBlobs(pbf);
  const header = blobs.ok ? blobs.value.find((blob) => blob.kind === "header") : undefined;
  const opened = header && openBlob(header);
  if (!opened?.ok) return undefined;
  for (const field of wireFields(opened.value))
    if (field.tag === REPLICATION_TIMESTAMP && field.bytes === undefined && Number.isSafeInteger(field.value))
      return field.value as EpochSeconds;
  return undefined;
}
