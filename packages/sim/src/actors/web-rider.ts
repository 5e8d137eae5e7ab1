import type { Contact, LifeRider } from "../plan/life-plan.ts";
import { enter, type Post } from "../post.ts";
import { keepContact } from "./keep-contact.ts";
import type { Stage } from "./stage.ts";

/** A rider at their own page: comes when the day says so, one visit after the other. */
export async function playWebRider(
  stage: Stage,
  rider: LifeRider,
  visits: readonly Contact[],
): Promise<void> {
  const { time, town, journal } = stage;
  let post: Post | undefined;
  for (const visit of visits) {
    await time.until(visit.at);
    post ??= await enter(town, { role: "rider", login: `demo-rider-${rider.memberNo}` });
    if (post === undefined) return;
    journal.valueOf("listMyBookings", await post.call("listMyBookings", {}));
    await keepContact({ stage, post, channel: "web" }, visit);
  }
}
