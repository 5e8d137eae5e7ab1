/**
 * Why a map could not be had from some bytes. Every kind carries the amounts a face needs to say what to do.
 *
 * - `not-a-pbf`: the bytes are something else; `looksLike` is a guess from their first bytes
 * - `damaged`: it begins as it should, then breaks; `atByte` is where the broken block begins
 * - `unsupported`: a sound file that uses a feature or a compression that this importer does not read
 * - `too-large`: reading on would cost more memory than a server should spend on a map
 * - `no-roads`: no way of the file may be driven by a car; `waysRead` highways were looked at
 * - `no-roads-in-area`: all `roadsOutside` roads lie outside the area
 * - `not-connected`: there are roads, but none from which a vehicle can drive away and come back
 * - `area-not-geojson`: the area is no GeoJSON polygon; `problem` says where it breaks
 * - `not-a-road-map`, `unknown-version`: the bytes given to `decodeRoadMap` are no road map of ours, or a newer one
 */
export type MapFault =
  | { readonly kind: "not-a-pbf"; readonly looksLike: LooksLike; readonly bytes: number }
  | { readonly kind: "damaged"; readonly atByte: number; readonly reason: Damage }
  | { readonly kind: "unsupported"; readonly feature: string; readonly atByte: number }
  | {
      readonly kind: "too-large";
      readonly what: LimitedAmount;
      readonly size: number;
      readonly sizeMax: number;
    }
  | { readonly kind: "no-roads"; readonly waysRead: number }
  | { readonly kind: "no-roads-in-area"; readonly roadsOutside: number }
  | { readonly kind: "not-connected"; readonly edges: number }
  | { readonly kind: "area-not-geojson"; readonly problem: AreaProblem }
  | { readonly kind: "not-a-road-map"; readonly bytes: number }
  | { readonly kind: "unknown-version"; readonly version: number; readonly versionKnown: number };

export type LooksLike = "nothing" | "gzip" | "zip" | "bzip2" | "markup" | "json" | "unknown";
export type Damage =
  | "cut-short"
  | "bad-frame"
  | "bad-compression"
  | "bad-block"
  | "bad-checksum"
  | "bad-content";
export type LimitedAmount =
  | "file-bytes"
  | "inflated-bytes"
  | "block-items"
  | "road-nodes"
  | "turns"
  | "area-points";
export type AreaProblem = "not-an-object" | "no-polygon" | "bad-ring" | "bad-coordinate";
