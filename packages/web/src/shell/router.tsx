import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from "@tanstack/react-router";
import { type CrewPart, parseCrewPart } from "../crew/crew-parts.ts";
import { parseStopCarePart, type StopCarePart } from "../stops/stop-care-parts.ts";
import { BrokenPage } from "./broken-page.tsx";
import { Crash } from "./crash.tsx";
import { Gate } from "./gate.tsx";
import { Landing } from "./landing.tsx";
import { NotFound } from "./not-found.tsx";
import { TenantFrame } from "./tenant-frame.tsx";

const StartPage = lazyRouteComponent(() => import("../start/start-page.tsx"), "StartPage");
const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: Crash });

// These draw the frame themselves; every other page that breaks does so within it.
const start = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: StartPage,
  errorComponent: Crash,
});
const tenant = createRoute({
  getParentRoute: () => root,
  path: "/t/$tenant",
  component: TenantFrame,
  errorComponent: Crash,
});
const landing = createRoute({ getParentRoute: () => tenant, path: "/", component: Landing });
const signIn = createRoute({
  getParentRoute: () => tenant,
  path: "sign-in",
  component: lazyRouteComponent(() => import("../sign-in/sign-in-page.tsx"), "SignInPage"),
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } =>
    typeof next === "string" && next.startsWith("/t/") ? { next } : {},
});

const join = createRoute({
  getParentRoute: () => tenant,
  path: "join",
  validateSearch: ({ from }: Record<string, unknown>): { from?: string } =>
    typeof from === "string" && /^[A-Za-z0-9][\w-]{0,39}$/.test(from) ? { from } : {},
  component: lazyRouteComponent(() => import("../join/join-page.tsx"), "JoinPage"),
});
const account = createRoute({
  getParentRoute: () => tenant,
  path: "account",
  component: lazyRouteComponent(() => import("../account/account-page.tsx"), "AccountPage"),
});
const blankForm = createRoute({
  getParentRoute: () => tenant,
  path: "join/form",
  component: lazyRouteComponent(() => import("../join/blank-form.tsx"), "BlankForm"),
});
const ride = createRoute({
  getParentRoute: () => tenant,
  path: "ride",
  component: () => (
    <Gate page="ride">
      <Outlet />
    </Gate>
  ),
});
const rideHome = createRoute({
  getParentRoute: () => ride,
  path: "/",
  validateSearch: ({ told }: Record<string, unknown>): { told?: "booked" | "changed" } =>
    told === "booked" || told === "changed" ? { told } : {},
  component: lazyRouteComponent(() => import("../rider/rider-home.tsx"), "RiderHome"),
});
const rideStep = createRoute({
  getParentRoute: () => ride,
  path: "book/$step",
  component: lazyRouteComponent(() => import("../rider/booking-steps.tsx"), "BookingSteps"),
});
const rideRecurring = createRoute({
  getParentRoute: () => ride,
  path: "recurring",
  component: lazyRouteComponent(() => import("../recurring/recurring-page.tsx"), "RecurringPage"),
});
const left = createRoute({
  getParentRoute: () => tenant,
  path: "left",
  validateSearch: ({ rides }: Record<string, unknown>): { rides: number } => ({
    rides: typeof rides === "number" && rides >= 0 ? Math.floor(rides) : 0,
  }),
  component: lazyRouteComponent(() => import("../my/left-page.tsx"), "LeftPage"),
});
const rideMe = createRoute({
  getParentRoute: () => ride,
  path: "me",
  component: lazyRouteComponent(() => import("../my/my-page.tsx"), "MyPage"),
});
const rideHistory = createRoute({
  getParentRoute: () => ride,
  path: "history",
  component: lazyRouteComponent(() => import("../my/rides-page.tsx"), "RidesPage"),
});
const rideHelpers = createRoute({
  getParentRoute: () => ride,
  path: "helpers",
  component: lazyRouteComponent(() => import("../helping/helpers-page.tsx"), "HelpersPage"),
});
const rideFor = createRoute({
  getParentRoute: () => ride,
  path: "for/$delegateId",
  validateSearch: ({ told }: Record<string, unknown>): { told?: "booked" | "changed" } =>
    told === "booked" || told === "changed" ? { told } : {},
  component: lazyRouteComponent(() => import("../helping/helped-page.tsx"), "HelpedPage"),
});
const recurring = createRoute({
  getParentRoute: () => tenant,
  path: "recurring",
  component: () => (
    <Gate page="recurring">
      <RecurringDesk />
    </Gate>
  ),
});
const desk = createRoute({
  getParentRoute: () => tenant,
  path: "desk",
  component: () => (
    <Gate page="desk">
      <DeskFace />
    </Gate>
  ),
});
const drive = createRoute({
  getParentRoute: () => tenant,
  path: "drive",
  component: () => (
    <Gate page="drive">
      <CrewGate>
        <DriverFace />
      </CrewGate>
    </Gate>
  ),
});
const driveRecord = createRoute({
  getParentRoute: () => tenant,
  path: "drive/record",
  component: () => (
    <Gate page="drive">
      <OwnRecordPage />
    </Gate>
  ),
});
const board = createRoute({
  getParentRoute: () => tenant,
  path: "board",
  component: () => (
    <Gate page="board">
      <BoardFace />
    </Gate>
  ),
});
const outbox = createRoute({
  getParentRoute: () => tenant,
  path: "outbox",
  component: () => (
    <Gate page="outbox">
      <OutboxPage />
    </Gate>
  ),
});
const past = createRoute({
  getParentRoute: () => tenant,
  path: "past",
  validateSearch: ({ date }: Record<string, unknown>): { date?: string } =>
    typeof date === "string" && /^\d{4}-\d{2}-\d{2}$/.test(date) ? { date } : {},
  component: () => (
    <Gate page="past">
      <PastFace />
    </Gate>
  ),
});
const paper = createRoute({
  getParentRoute: () => tenant,
  path: "paper",
  component: () => (
    <Gate page="paper">
      <PaperFace />
    </Gate>
  ),
});
const crew = createRoute({
  getParentRoute: () => tenant,
  path: "crew",
  validateSearch: ({ part }: Record<string, unknown>): { part?: CrewPart } => {
    const known = parseCrewPart(part);
    return known === undefined ? {} : { part: known };
  },
  component: () => (
    <Gate page="crew">
      <CrewFace />
    </Gate>
  ),
});
const terminal = createRoute({
  getParentRoute: () => tenant,
  path: "terminal",
  component: () => <TerminalPage />,
});
const bookings = createRoute({
  getParentRoute: () => tenant,
  path: "bookings",
  component: () => (
    <Gate page="bookings">
      <Outlet />
    </Gate>
  ),
});
const bookingList = createRoute({
  getParentRoute: () => bookings,
  path: "/",
  component: lazyRouteComponent(() => import("../bookings/bookings-face.tsx"), "BookingsFace"),
});
const booking = createRoute({
  getParentRoute: () => bookings,
  path: "$bookingId",
  component: lazyRouteComponent(() => import("../bookings/booking-face.tsx"), "BookingFace"),
});
const members = createRoute({
  getParentRoute: () => tenant,
  path: "members",
  component: () => (
    <Gate page="members">
      <Outlet />
    </Gate>
  ),
});
const memberList = createRoute({
  getParentRoute: () => members,
  path: "/",
  component: lazyRouteComponent(() => import("../members/members-face.tsx"), "MembersFace"),
});
const member = createRoute({
  getParentRoute: () => members,
  path: "$memberId",
  component: lazyRouteComponent(() => import("../members/member-face.tsx"), "MemberFace"),
});
const stops = createRoute({ getParentRoute: () => tenant, path: "stops", component: Outlet });
const stopList = createRoute({
  getParentRoute: () => stops,
  path: "/",
  component: lazyRouteComponent(() => import("../stops/stop-list-page.tsx"), "StopListPage"),
});
const stop = createRoute({
  getParentRoute: () => stops,
  path: "$stopId",
  component: lazyRouteComponent(() => import("../stops/stop-page.tsx"), "StopPage"),
});
const promise = createRoute({
  getParentRoute: () => tenant,
  path: "promise",
  component: lazyRouteComponent(() => import("../promise/promise-page.tsx"), "PromisePage"),
});
const stopCare = createRoute({
  getParentRoute: () => tenant,
  path: "stop-care",
  validateSearch: ({ part }: Record<string, unknown>): { part?: StopCarePart } => {
    const known = parseStopCarePart(part);
    return known === undefined ? {} : { part: known };
  },
  component: () => (
    <Gate page="stop-care">
      <StopCareFace />
    </Gate>
  ),
});
const registrations = createRoute({
  getParentRoute: () => members,
  path: "registrations",
  component: lazyRouteComponent(() => import("../registrations/registrations-face.tsx"), "RegistrationsFace"),
});
const paperForm = createRoute({
  getParentRoute: () => members,
  path: "new",
  component: lazyRouteComponent(() => import("../registrations/paper-form-page.tsx"), "PaperFormPage"),
});
const report = createRoute({
  getParentRoute: () => tenant,
  path: "report",
  component: () => (
    <Gate page="report">
      <ReportFace />
    </Gate>
  ),
});

const RecurringDesk = lazyRouteComponent(() => import("../recurring/recurring-desk.tsx"), "RecurringDesk");
const DeskFace = lazyRouteComponent(() => import("../desk/desk-face.tsx"), "DeskFace");
const DriverFace = lazyRouteComponent(() => import("../driver/driver-face.tsx"), "DriverFace");
const OwnRecordPage = lazyRouteComponent(() => import("../driver/own-record-page.tsx"), "OwnRecordPage");
const CrewFace = lazyRouteComponent(() => import("../crew/crew-face.tsx"), "CrewFace");
const TerminalPage = lazyRouteComponent(() => import("../driver/terminal-page.tsx"), "TerminalPage");
const CrewGate = lazyRouteComponent(() => import("../driver/crew-gate.tsx"), "CrewGate");
const BoardFace = lazyRouteComponent(() => import("../board/board-face.tsx"), "BoardFace");
const OutboxPage = lazyRouteComponent(() => import("../notices/outbox-page.tsx"), "OutboxPage");
const StopCareFace = lazyRouteComponent(() => import("../stops/stop-care-face.tsx"), "StopCareFace");
const PastFace = lazyRouteComponent(() => import("../past/past-face.tsx"), "PastFace");
const PaperFace = lazyRouteComponent(() => import("../desk/paper/paper-face.tsx"), "PaperFace");
const ReportFace = lazyRouteComponent(() => import("../report/report-face.tsx"), "ReportFace");

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    tenant.addChildren([
      landing,
      signIn,
      left,
      account,
      join,
      blankForm,
      ride.addChildren([rideHome, rideStep, rideRecurring, rideMe, rideHistory, rideHelpers, rideFor]),
      desk,
      recurring,
      drive,
      driveRecord,
      board,
      outbox,
      past,
      paper,
      crew,
      terminal,
      bookings.addChildren([bookingList, booking]),
      members.addChildren([memberList, registrations, paperForm, member]),
      stops.addChildren([stopList, stop]),
      promise,
      stopCare,
      report,
    ]),
  ]),
  defaultErrorComponent: BrokenPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
