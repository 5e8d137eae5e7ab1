export { type DayFigures, figuresOf } from "./figures.ts";
export { type Following, follow, type Heard } from "./follow.ts";
export { createJournal, type Journal, type Note, type Told } from "./journal.ts";
export type { Channel, Contact, LifePlan, LifeRider, Wish } from "./plan/life-plan.ts";
export { type LifeSize, planOfLife } from "./plan/plan-of-life.ts";
export { type LivingTown, type Playing, playTown } from "./play-town.ts";
export { enter, type Post, postOf, type Town } from "./post.ts";
export type { SimWorld } from "./sim-world.ts";
