export { Busy, ClosedDoor, type DrawingProps, drawingFor, Offline, SignedOut } from "./components/drawings/drawings.js";
