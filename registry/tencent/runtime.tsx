import { getRequestInstance } from "@umijs/max";
import type { ReactNode } from "react";
import { attachTencentAxios } from "tencent-error-kit/axios";
import { client } from "./client";
import { TencentErrors } from "./TencentErrors";

/** Umi calls it before the first page. At module level the instance has none of the app's plugins yet. */
export function render(oldRender: () => void): void {
  // reads wait as well: useRequest does not ask again by itself
  attachTencentAxios(getRequestInstance(), client, { replay: "confirm" });
  oldRender();
}

/** Umi puts every page into it. */
export function rootContainer(container: ReactNode) {
  return <TencentErrors>{container}</TencentErrors>;
}
