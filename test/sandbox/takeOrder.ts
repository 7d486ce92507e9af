import type { Order } from "./Order.js";
import type { World } from "./World.js";

/** Takes the first order that fits this call out of the world's queue, or counts one of its times down. */
export function takeOrder(world: World, method: string, path: string): Order | undefined {
  const index = world.orders.findIndex(({ order }) => fits(order, method, path));
  const waiting = world.orders[index];
  if (waiting === undefined) return undefined;
  waiting.left -= 1;
  if (waiting.left <= 0) world.orders.splice(index, 1);
  return waiting.order;
}

function fits(order: Order, method: string, path: string): boolean {
  if (neverOrdered.some((start) => path.startsWith(start))) return false;
  if (order.method !== undefined && order.method.toUpperCase() !== method) return false;
  return order.path !== undefined ? path.startsWith(order.path) : ordinary.some((start) => path.startsWith(start));
}

/** Reading the log and giving orders always works. */
const neverOrdered = ["/sandbox/", "/app/api/log"];

const ordinary = ["/app/api/", "/user/", "/relation/", "/oauth2.0/token", "/oauth2.0/me"];
