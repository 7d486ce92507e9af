import { handleCallback } from "../../../src/callback.js";

handleCallback();
