export { createSandbox, type Sandbox, type SandboxOptions } from "../test/sandbox/createSandbox.js";
export type { Order } from "../test/sandbox/Order.js";
export { wireBodies, type WireBody } from "../test/sandbox/wireBodies.js";
export { wireResponse } from "../test/sandbox/wireResponse.js";
export type { WireShape } from "../test/sandbox/WireShape.js";
export { fakeReauth, type FakeReauth, type FakeStep } from "./testing/fakeReauth.js";
export { pseudoLocale } from "./testing/pseudoLocale.js";
export { sandboxHandlers, type HttpLike } from "./testing/sandboxHandlers.js";
export { simulateCode, type CodeSimulation } from "./testing/simulateCode.js";
