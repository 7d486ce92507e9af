import { loadChunks } from "../src/base/chunk.js";
import "../src/core.js";
import "../src/flows/popupReauth.js";
import "../src/flows/redirectReauth.js";
import "../src/integrations/query/attachTencentErrors.js";
import "../src/index.js";

// The suites look at a page whose later code is there. A test of the moment before loads the kit anew: `vi.resetModules()`.
await loadChunks();
