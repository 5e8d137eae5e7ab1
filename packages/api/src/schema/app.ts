import { z } from "zod";

/** The two apps that a device can install: riding (のる) and driving (はこぶ). */
export const appName = z.enum(["ride", "drive"]);

/** A web app manifest as browsers read it; its members have their names from the W3C. */
export const appManifest = z.object({
  id: z.string(),
  name: z.string(),
  short_name: z.string(),
  description: z.string(),
  lang: z.string(),
  start_url: z.string(),
  scope: z.string(),
  display: z.literal("standalone"),
  background_color: z.string(),
  theme_color: z.string(),
  icons: z.array(
    z.object({
      src: z.string(),
      sizes: z.string(),
      type: z.string(),
      purpose: z.enum(["any", "maskable"]),
    }),
  ),
});
