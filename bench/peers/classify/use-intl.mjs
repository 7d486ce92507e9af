// @bench group=format label="use-intl createTranslator()"
import { createTranslator } from "use-intl/core";
import { flatCatalog } from "../../data/errors.mjs";
const messages = flatCatalog("en");
const make = () => createTranslator({ locale: "en", messages });
export const setup = () => {
  const t = make();
  return { plain: (k) => t(k), arg: (v) => t("u_request", v), load: (k) => make()(k) };
};
