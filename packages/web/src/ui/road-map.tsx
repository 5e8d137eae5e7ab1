import { LngLatBounds, Map as MapCanvas, Marker, setWorkerUrl } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { useEffect, useMemo, useRef, useState } from "react";
import { useMessages } from "../language.tsx";
import { mapMessages } from "../messages/map/index.ts";
import { addressOf } from "../server.ts";
import { Badge } from "./badge.tsx";
import { markStop, markVehicle } from "./map-marks.ts";
import { roadStyle } from "./road-style.ts";

setWorkerUrl(workerUrl);

export interface MapStop {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly position: { readonly lat: number; readonly lng: number };
  /** Cannot be chosen. */
  readonly off?: boolean;
}

export interface MapVehicle {
  readonly id: string;
  /** Written on the map beside it: name, and how old the position is. */
  readonly label: string;
  readonly position: { readonly lat: number; readonly lng: number };
  /** The position is too old to be relied on: drawn pale. */
  readonly old?: boolean;
}

export interface MapLine {
  readonly id: string;
  readonly coordinates: readonly (readonly [number, number])[];
  readonly colour: string;
}

interface RoadMapProps {
  readonly tenant: string;
  /** What the map shows, for those who do not see it. */
  readonly label: string;
  readonly stops: readonly MapStop[];
  /** Drawn larger: chosen, first, or from and to. */
  readonly chosen?: readonly string[];
  readonly onChoose?: (stopId: string) => void;
  readonly vehicles?: readonly MapVehicle[];
  readonly lines?: readonly MapLine[];
  /** What to show whole instead of the stops. */
  readonly frame?: readonly { readonly lat: number; readonly lng: number }[];
  readonly travelBasis: "road" | "estimate";
  readonly attribution: string | null;
  readonly className?: string;
}

const NONE: readonly never[] = [];
/** Room between the outermost stops and the frame, in pixels. */
const EDGE = 32;
/** From the edge of a vehicle's mark to the middle of its picture, in pixels. */
const PICTURE_MIDDLE = 18;
/** A finger cannot tell marks apart that are nearer than this, in pixels. */
const FINGER = 24;
/** Up to this width the map is taken for one on a phone, in pixels. */
const PHONE_WIDTH = 480;
/** Below this zoom the marks are small, so that they do not hide each other. */
const NEAR_ZOOM = 13;

/**
 * The map of our own roads with stops, vehicles and lines. Marks are real buttons in the order of the stops; still, a
 * list beside it must always do the same. Without WebGL it says so and everything else goes on.
 */
export default function RoadMap(props: RoadMapProps) {
  const {
    tenant,
    label,
    vehicles = NONE,
    lines = NONE,
    travelBasis,
    attribution,
    className = "h-96",
  } = props;
  const t = useMessages(mapMessages);
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapCanvas>();
  const [failed, setFailed] = useState(false);
  const bounds = useBounds(props);

  useEffect(() => {
    const canvas = openMap({
      container: box.current!,
      roadsUrl: travelBasis === "road" ? addressOf("getRoads", { params: { tenant } }) : undefined,
    });
    if (canvas === undefined) {
      setFailed(true);
      return;
    }
    canvas.once("load", () => setMap(canvas));
    canvas.on("zoom", () => canvas.getContainer().classList.toggle("map-far", canvas.getZoom() < NEAR_ZOOM));
    return () => {
      setMap(undefined);
      canvas.remove();
    };
  }, [tenant, travelBasis]);

  useEffect(() => {
    if (map !== undefined && bounds !== undefined)
      map.fitBounds(bounds, { padding: EDGE, duration: 0, maxZoom: 16 });
  }, [map, bounds]);
  useStopMarks(map, props);
  useVehicleMarks(map, vehicles);
  useLines(map, lines);
  useEffect(() => {
    map?.getCanvas().setAttribute("aria-label", label);
  }, [map, label]);

  if (failed) return <p className="rounded-12 bg-surface p-6">{t.noMap}</p>;
  return (
    <div className="flex flex-col gap-1">
      <div className={`relative overflow-hidden rounded-12 border border-line ${className}`}>
        <div ref={box} className="absolute! inset-0" />
        {map === undefined && (
          <p className="absolute inset-0 grid place-items-center bg-surface">{t.loading}</p>
        )}
        {travelBasis === "estimate" && (
          <div className="absolute top-2 left-2">
            <Badge tone="warning">{t.estimate}</Badge>
          </div>
        )}
        {map !== undefined && <MapButtons map={map} bounds={bounds} />}
      </div>
      {travelBasis === "estimate" && <p className="text-base">{`${t.noRoads} ${t.estimateHint}`}</p>}
      {attribution !== null && <p className="text-sm text-quiet">{attribution}</p>}
    </div>
  );
}

/** The canvas, or nothing where WebGL is missing. */
function openMap({
  container,
  roadsUrl,
}: {
  container: HTMLElement;
  roadsUrl: string | undefined;
}): MapCanvas | undefined {
  try {
    return new MapCanvas({
      container,
      style: roadStyle(roadsUrl && new URL(roadsUrl, location.href).href),
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      localIdeographFontFamily: "'Noto Sans JP Variable', 'Noto Sans CJK JP', sans-serif",
      maxZoom: 18,
      minZoom: 9,
      center: [138, 36],
      zoom: 9,
    });
  } catch {
    return undefined;
  }
}

function MapButtons({ map, bounds }: { map: MapCanvas; bounds: LngLatBounds | undefined }) {
  const t = useMessages(mapMessages);
  const look =
    "grid size-11 place-items-center border-b border-line bg-white text-xl font-bold text-key-900 last:border-0 hover:bg-key-50";
  return (
    <div className="absolute top-2 right-2 flex flex-col overflow-hidden rounded-8 border border-edge shadow-1">
      <button type="button" className={look} aria-label={t.zoomIn} onClick={() => map.zoomIn()}>
        +
      </button>
      <button type="button" className={look} aria-label={t.zoomOut} onClick={() => map.zoomOut()}>
        −
      </button>
      {bounds !== undefined && (
        <button
          type="button"
          className={look}
          aria-label={t.showAll}
          onClick={() => map.fitBounds(bounds, { padding: EDGE, maxZoom: 16 })}
        >
          <svg
            viewBox="0 0 24 24"
            aria-hidden="true"
            className="size-6"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
          >
            <path d="M4 9V4h5m6 0h5v5m0 6v5h-5m-6 0H4v-5" />
          </svg>
        </button>
      )}
    </div>
  );
}

function useStopMarks(map: MapCanvas | undefined, { stops, chosen = NONE, onChoose }: RoadMapProps) {
  const t = useMessages(mapMessages);
  const choose = useRef(onChoose);
  choose.current = onChoose;
  const canChoose = onChoose !== undefined;
  const chosenKey = chosen.join(" ");
  useEffect(() => {
    if (map === undefined) return;
    const isChosen = new Set(chosenKey.split(" "));
    const marks = stops.map((stop) => {
      const element = markStop({
        stop,
        label: t.stop(stop.number, stop.name),
        chosen: isChosen.has(stop.id),
        ...(canChoose &&
          !stop.off && {
            onChoose: (tapped) => {
              if (tapped && isCrowded(map, stop, stops)) zoomInto(map, stop);
              else choose.current?.(stop.id);
            },
          }),
      });
      return new Marker({ element }).setLngLat(stop.position).addTo(map);
    });
    return () => {
      for (const mark of marks) mark.remove();
    };
  }, [map, stops, chosenKey, canChoose, t]);
}

/** On a phone: whether a finger on this mark may have meant another one, and coming nearer would part them. */
function isCrowded(map: MapCanvas, stop: MapStop, stops: readonly MapStop[]): boolean {
  if (map.getContainer().clientWidth > PHONE_WIDTH || map.getZoom() > map.getMaxZoom() - 1) return false;
  const here = map.project(stop.position);
  return stops.some((other) => other.id !== stop.id && map.project(other.position).dist(here) < FINGER);
}

const zoomInto = (map: MapCanvas, { position }: MapStop): void => {
  map.easeTo({ center: position, zoom: Math.min(map.getZoom() + 2, map.getMaxZoom()) });
};

function useVehicleMarks(map: MapCanvas | undefined, vehicles: readonly MapVehicle[]) {
  useEffect(() => {
    if (map === undefined) return;
    const marks = vehicles.map((vehicle) =>
      new Marker({ element: markVehicle(vehicle), anchor: "left" }).setLngLat(vehicle.position).addTo(map),
    );
    const place = () => {
      for (const mark of marks) turnInwards(map, mark);
    };
    place();
    map.on("move", place);
    return () => {
      map.off("move", place);
      for (const mark of marks) mark.remove();
    };
  }, [map, vehicles]);
}

/** The picture stands at the place; its label goes to the side where the map has more room. */
function turnInwards(map: MapCanvas, mark: Marker): void {
  const element = mark.getElement();
  const toTheLeft = map.project(mark.getLngLat()).x > map.getContainer().clientWidth / 2;
  element.classList.toggle("map-vehicle-left", toTheLeft);
  mark.setOffset([toTheLeft ? PICTURE_MIDDLE - element.offsetWidth : -PICTURE_MIDDLE, 0]);
}

function useLines(map: MapCanvas | undefined, lines: readonly MapLine[]) {
  useEffect(() => {
    if (map === undefined) return;
    for (const { id, coordinates, colour } of lines) {
      map.addSource(`line-${id}`, {
        type: "geojson",
        data: {
          type: "Feature",
          properties: {},
          geometry: { type: "LineString", coordinates: coordinates.map((place) => [...place]) },
        },
      });
      for (const [layer, color, width] of [
        ["edge", "#ffffff", 9],
        ["line", colour, 5],
      ] as const)
        map.addLayer({
          id: `${layer}-${id}`,
          type: "line",
          source: `line-${id}`,
          layout: { "line-cap": "round", "line-join": "round" },
          paint: { "line-color": color, "line-width": width, "line-opacity": 0.9 },
        });
    }
    return () => {
      if (map.style === undefined) return; // the map itself is gone
      for (const { id } of lines) {
        map.removeLayer(`line-${id}`).removeLayer(`edge-${id}`).removeSource(`line-${id}`);
      }
    };
  }, [map, lines]);
}

/** Everything that is to be seen at once. */
const useBounds = ({ frame, stops }: RoadMapProps): LngLatBounds | undefined =>
  useMemo(() => boundsOf(frame ?? stops.map(({ position }) => position)), [frame, stops]);

function boundsOf(places: readonly MapStop["position"][]): LngLatBounds | undefined {
  const [first, ...rest] = places;
  if (first === undefined) return undefined;
  return rest.reduce((box, place) => box.extend(place), new LngLatBounds(first, first));
}
