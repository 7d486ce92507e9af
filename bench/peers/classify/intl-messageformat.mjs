// @bench group=format label="intl-messageformat, one object per message made beforehand (load: all made)"
import { IntlMessageFormat } from "intl-messageformat";
import { flatCatalog } from "../../data/errors.mjs";
const messages = flatCatalog("en");
const make = () => Object.fromEntries(Object.entries(messages).map(([k, v]) => [k, new IntlMessageFormat(v, "en")]));
export const setup = () => {
  const m = make();
  return { plain: (k) => m[k].format(), arg: (v) => m.u_request.format(v), load: (k) => make()[k].format() };
};
