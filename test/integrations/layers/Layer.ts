import type { ReactElement } from "react";
import type { TencentErrorClient } from "../../../src/core.js";

/** A data layer as its users write a page with it, which shows the nickname of `/api/me` or a notice. */
export interface Layer {
  readonly name: string;
  /** Nothing of the kit's but the notice and what reads an answer. */
  alone(client: TencentErrorClient): ReactElement;
  /** Joined by the kit's one word for it, which asks again or sends its calls by itself. */
  joined(client: TencentErrorClient): ReactElement;
}

/** Whose page it is. */
export interface Me {
  readonly nickname: string;
}
