import { withoutReadings } from "../furigana/reading-parts.ts";
import type { MapStop, MapVehicle } from "./road-map.tsx";

/** A stop as a numbered mark: a button when it can be chosen, else a plain sign with a name. */
export function markStop({
  stop,
  label,
  chosen,
  onChoose,
}: {
  stop: MapStop;
  label: string;
  chosen: boolean;
  /** Told whether it was pointed at; a key means exactly this one. */
  onChoose?: (tapped: boolean) => void;
}): HTMLElement {
  const element = document.createElement(onChoose ? "button" : "div");
  element.className = `map-stop ${chosen ? "map-stop-chosen" : ""} ${stop.off ? "map-stop-off" : ""}`;
  element.textContent = String(stop.number);
  element.dataset.name = stop.name;
  element.setAttribute("aria-label", withoutReadings(label));
  if (onChoose === undefined) {
    element.setAttribute("role", "img");
    return element;
  }
  element.setAttribute("type", "button");
  element.setAttribute("aria-pressed", String(chosen));
  element.addEventListener("click", (event) => {
    event.stopPropagation();
    onChoose(event instanceof MouseEvent && event.detail > 0);
  });
  return element;
}

export function markVehicle(vehicle: MapVehicle): HTMLElement {
  const element = document.createElement("div");
  element.className = `map-vehicle ${vehicle.old ? "map-vehicle-old" : ""}`;
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", vehicle.label);
  const picture = document.createElement("img");
  picture.src = "/icon.svg";
  picture.alt = "";
  const label = document.createElement("span");
  label.className = "map-vehicle-label";
  label.textContent = vehicle.label;
  element.append(picture, label);
  return element;
}
