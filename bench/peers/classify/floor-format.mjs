// @bench group=format label="floor: object lookup + replace"
import { flatCatalog } from "../../data/errors.mjs";
const cat = flatCatalog("en"),
  text = JSON.stringify(cat);
export const setup = () => ({
  plain: (k) => cat[k],
  arg: (v) => cat.u_request.replace("{id}", v.id),
  load: (k) => JSON.parse(text)[k],
});
