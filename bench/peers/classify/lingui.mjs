// @bench group=format label="@lingui/core i18n._() with a compiled catalog"
import { setupI18n } from "@lingui/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { flatCatalog } from "../../data/errors.mjs";
const messages = Object.fromEntries(Object.entries(flatCatalog("en")).map(([k, v]) => [k, compileMessage(v)])),
  text = JSON.stringify(messages);
const make = (m) => setupI18n({ locale: "en", messages: { en: m } });
export const setup = () => {
  const i = make(messages);
  return { plain: (k) => i._(k), arg: (v) => i._("u_request", v), load: (k) => make(JSON.parse(text))._(k) };
};
