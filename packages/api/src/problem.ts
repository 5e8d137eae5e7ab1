import { z } from "zod";

/** Error answer, RFC 9457. `fields` names what to mend; `kind` is worded by the faces, `title` and `detail` by the server. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  kind: z.string(),
  fields: z.array(z.object({ name: z.string(), message: z.string() })).optional(),
  rejections: z.array(z.looseObject({ kind: z.string() })).optional(),
});

export type Problem = z.infer<typeof problem>;
