import type { ReactElement } from "react";
import type { TencentErrorClient } from "../client/TencentErrorClient.js";
import { TencentErrorPanel } from "./TencentErrorPanel.js";

/** What TanStack Devtools takes as a plugin. */
export interface TencentErrorPlugin {
  readonly id: string;
  readonly name: string;
  readonly render: ReactElement;
}

/**
 * The panel as a plugin of TanStack Devtools, whose package the app brings.
 * @see https://tanstack.com/devtools/latest/docs/reference/interfaces/tanstackdevtoolsplugin
 * @example
 * ```tsx
 * import type { TencentErrorClient } from "tencent-error-kit/core";
 * import { tencentErrorDevtools } from "tencent-error-kit/devtools";
 *
 * // <TanStackDevtools plugins={pluginsOf(client)} />
 * export const pluginsOf = (client: TencentErrorClient) => [tencentErrorDevtools(client)];
 * ```
 */
export function tencentErrorDevtools(client: TencentErrorClient): TencentErrorPlugin {
  return { id: "tencent-error-kit", name: "Tencent errors", render: <TencentErrorPanel client={client} /> };
}
