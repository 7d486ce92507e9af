import { handleCallback } from "../../../src/callback.js";
import en from "../../../src/locales/en.js";

handleCallback({ locale: en });
