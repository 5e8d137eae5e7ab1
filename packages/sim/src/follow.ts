import type { LiveEvent } from "@noriai/api";
import type { Post } from "./post.ts";

/** A live update as it was heard; `id` is its place in the outbox, absent for the clock. */
export interface Heard {
  readonly id: number | undefined;
  readonly event: LiveEvent;
}

export interface Following {
  stop(): Promise<void>;
}

/** Follows a town's live updates as a page does, from now on. */
export async function follow(post: Post, hear: (heard: Heard) => void): Promise<Following> {
  const response = await post.open("follow");
  const reader = response.body?.getReader();
  const listening = reader === undefined ? Promise.resolve() : listen(reader, hear);
  return {
    async stop() {
      await reader?.cancel().catch(() => undefined);
      await listening;
    },
  };
}

/** Blank lines end an event; lines that begin with a colon say only that somebody is still there. */
async function listen(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  hear: (heard: Heard) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
    if (done || value === undefined) return;
    text += decoder.decode(value, { stream: true });
    const frames = text.split("\n\n");
    text = frames.pop() ?? "";
    for (const frame of frames) {
      const heard = heardIn(frame);
      if (heard !== undefined) hear(heard);
    }
  }
}

function heardIn(frame: string): Heard | undefined {
  const lines = frame.split("\n");
  const of = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  const data = of("data");
  if (data === undefined) return undefined;
  const id = of("id");
  return { id: id === undefined ? undefined : Number(id), event: JSON.parse(data) as LiveEvent };
}
